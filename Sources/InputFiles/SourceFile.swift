import CCrypto
package import Diagnostics
package import Foundation
import Wording

/// An input file: its bytes, the name by which the user knows it, and its hash.
package struct SourceFile: Sendable, Equatable {
  /// The path as it is shown: as the user gave it, or relative to the product's data folder.
  package let path: String
  /// The content.
  package let bytes: [UInt8]
  /// The SHA-256 of the content, lower-case hexadecimal.
  package let sha256: String

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    sha256 = Self.sha256(of: bytes)
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - url: where the file is.
  ///   - path: the name by which messages and results call it.
  /// Pipes and devices are no files: they may never end. What is larger than `sizeLimit` is not taken in.
  ///
  /// - Throws: `Faults` with `file.missing`, `file.unreadable` or `file.too-large`.
  package init(reading url: URL, shownAs path: String) throws(Faults) {
    var isDirectory: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(
      atPath: url.path(percentEncoded: false), isDirectory: &isDirectory)
    let position = InputPosition(file: path)
    guard exists else { throw Faults(Diagnostic(.fileMissing, at: position, ["path": path])) }
    let unreadable = Faults(Diagnostic(.fileUnreadable, at: position, ["path": path]))
    let resolved = url.resolvingSymlinksInPath()
    guard !isDirectory.boolValue,
      let facts = try? FileManager.default.attributesOfItem(
        atPath: resolved.path(percentEncoded: false)),
      facts[.type] as? FileAttributeType == .typeRegular,
      let size = (facts[.size] as? NSNumber)?.intValue
    else { throw unreadable }
    guard size <= Self.sizeLimit else {
      throw Faults(
        Diagnostic(
          .fileTooLarge, at: position,
          ["found": String(size >> 20), "limit": String(Self.sizeLimit >> 20)]))
    }
    guard let bytes = Self.content(of: resolved, size: size) else { throw unreadable }
    self.init(path: path, bytes: bytes)
  }

  /// The most bytes of a file that are taken in: some hundred times the figures of all communes.
  package static let sizeLimit = 64 << 20

  /// Returns the bytes of a file, piece by piece so that they are never held twice.
  private static func content(of url: URL, size: Int) -> [UInt8]? {
    guard let file = try? FileHandle(forReadingFrom: url) else { return nil }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    do {
      // A file that grows while it is read is taken as it was.
      while bytes.count < size,
        let piece = try file.read(upToCount: min(1 << 20, size - bytes.count)), !piece.isEmpty
      {
        bytes.append(contentsOf: piece)
      }
    } catch {
      return nil
    }
    return bytes
  }

  /// Returns the SHA-256 of bytes as lower-case hexadecimal (FIPS 180-4, by OpenSSL's libcrypto).
  package static func sha256(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = unsafe EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    precondition(isDone == 1, "SHA-256 is not available in this libcrypto")
    let hexDigits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [hexDigits[Int($0 >> 4)], hexDigits[Int($0 & 15)]] },
      as: UTF8.self)
  }
}

extension DiagnosticCode {
  package static let fileMissing = DiagnosticCode(
    "file.missing", obstacle: .missingInput,
    message: Phrase(
      vi: "không có tệp hoặc thư mục “{path}”", en: "there is no file or folder “{path}”"),
    remedy: Phrase(
      vi: "Kiểm tra lại đường dẫn và tên tệp.", en: "Check the path and the name of the file."))

  package static let fileUnreadable = DiagnosticCode(
    "file.unreadable", obstacle: .missingInput,
    message: Phrase(vi: "không đọc được “{path}”", en: "“{path}” cannot be read"),
    remedy: Phrase(
      vi: "Kiểm tra quyền đọc và chắc chắn đây là một tệp, không phải thư mục.",
      en: "Check the permission to read it, and that it is a file and not a folder."))

  package static let fileTooLarge = DiagnosticCode(
    "file.too-large",
    message: Phrase(
      vi: "tệp lớn {found} MB, chỉ đọc tệp không quá {limit} MB",
      en: "the file has {found} MB; files of {limit} MB at most are read"),
    remedy: Phrase(
      vi: "Chép riêng bảng số liệu sang một tệp mới rồi lưu lại.",
      en: "Copy the table of figures into a new file and save it."))
}
