import CZip
package import Diagnostics
import Wording

/// A zip container in memory, read part by part through libzip within fixed limits.
///
/// The directory states how large each part is when inflated; nothing beyond that size is ever taken,
/// and a container whose parts state more than `limit` together is refused before any is inflated.
@safe
final class ZipArchive {
  /// The most bytes that the parts of a container may hold when inflated.
  static let limit = 96 << 20
  /// A part larger than this that is squeezed more than `highestRatio` times is a bomb, not a table.
  static let unsuspiciousSize = 32 << 20
  static let highestRatio = 200
  /// The most parts that a directory may list.
  static let partLimit = 10_000

  /// A part of the container.
  struct Part {
    let name: String
    let index: UInt64
    let size: Int
    let compressedSize: Int
    let isEncrypted: Bool
  }

  /// The parts in the order of the directory.
  let parts: [Part]
  private let path: String
  private let archive: OpaquePointer
  private let content: UnsafeMutableRawPointer
  private let indexesOfNames: [String: Int]
  /// How many bytes may still be inflated: a part may be read twice, but not again and again.
  private var rest = ZipArchive.limit

  /// Opens a container.
  ///
  /// - Throws: `Faults` with `workbook.damaged` or `workbook.too-large`.
  init(_ source: SourceFile) throws(Faults) {
    path = source.path
    let position = InputPosition(file: source.path)
    let headCount = Self.directoryHeadCount(in: source.bytes)
    guard headCount <= Self.partLimit else { throw Self.tooManyParts(headCount, at: position) }
    let content = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, source.bytes.count), alignment: 1)
    unsafe self.content = content
    unsafe source.bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress {
        unsafe content.copyMemory(from: start, byteCount: bytes.count)
      }
    }
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    let zipSource = unsafe zip_source_buffer_create(content, UInt64(source.bytes.count), 0, &error)
    guard let opened = unsafe zip_open_from_source(zipSource, ZIP_RDONLY, &error) else {
      let reason = unsafe String(cString: zip_error_strerror(&error))
      unsafe zip_source_free(zipSource)
      unsafe zip_error_fini(&error)
      unsafe content.deallocate()
      throw Faults(Diagnostic(.workbookDamaged, at: position, ["reason": reason]))
    }
    unsafe archive = opened
    unsafe zip_error_fini(&error)
    do throws(Faults) {
      parts = try unsafe Self.directory(of: opened, at: position)
    } catch {
      unsafe zip_discard(opened)
      unsafe content.deallocate()
      throw error
    }
    indexesOfNames = Dictionary(
      parts.enumerated().map { (Self.key(of: $1.name), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe content.deallocate()
  }

  private static func directory(
    of archive: OpaquePointer, at position: InputPosition
  ) throws(Faults) -> [Part] {
    let count = unsafe Int(zip_get_num_entries(archive, 0))
    guard count <= partLimit else { throw tooManyParts(count, at: position) }
    var parts: [Part] = []
    var total = 0
    for index in 0..<UInt64(max(0, count)) {
      var entry = unsafe zip_stat_t()
      unsafe zip_stat_init(&entry)
      guard unsafe zip_stat_index(archive, index, 0, &entry) == 0, let name = unsafe entry.name
      else { continue }
      let size = unsafe Int(clamping: entry.size)
      let compressed = unsafe Int(clamping: entry.comp_size)
      total = total.addingReportingOverflow(size).overflow ? Int.max : total + size
      let isBomb = size > unsuspiciousSize && size / max(1, compressed) > highestRatio
      if total > limit || isBomb {
        throw Faults(
          Diagnostic(
            .workbookTooLarge, at: position,
            ["found": "\(total >> 20) MB", "limit": "\(limit >> 20) MB"],
            phrases: [
              "what": Phrase(vi: "dung lượng sau khi giải nén", en: "size when inflated")
            ]))
      }
      parts.append(
        Part(
          name: unsafe String(cString: name), index: index, size: size, compressedSize: compressed,
          isEncrypted: unsafe entry.encryption_method != UInt16(ZIP_EM_NONE)))
    }
    return parts
  }

  /// Returns how often the signature of a directory's entry stands in the bytes: no fewer than there are
  /// entries, however the directory counts them; libzip would take memory for each.
  private static func directoryHeadCount(in bytes: [UInt8]) -> Int {
    guard bytes.count > 46 * partLimit else { return 0 }
    var count = 0
    for index in 0..<(bytes.count - 3)
    where bytes[index] == 0x50 && bytes[index + 1] == 0x4B && bytes[index + 2] == 1
      && bytes[index + 3] == 2
    {
      count += 1
    }
    return count
  }

  private static func tooManyParts(_ count: Int, at position: InputPosition) -> Faults {
    Faults(
      Diagnostic(
        .workbookTooLarge, at: position, ["found": "\(count)", "limit": "\(partLimit)"],
        phrases: ["what": Phrase(vi: "số phần trong tệp", en: "parts in the file")]))
  }

  /// Names of parts are compared without case, and with either slash, as spreadsheet programs do.
  private static func key(of name: String) -> String {
    let slashed = name.replacing("\\", with: "/").lowercased()
    return slashed.hasPrefix("/") ? String(slashed.dropFirst()) : slashed
  }

  /// Returns the part of a name; nil when there is none.
  func part(named name: String) -> Part? {
    indexesOfNames[Self.key(of: name)].map { parts[$0] }
  }

  /// Hands the inflated bytes of a part over piece by piece.
  ///
  /// - Parameters:
  ///   - part: the part.
  ///   - take: takes one piece and says whether more is wanted.
  /// - Throws: `Faults` when the part is damaged, encrypted or longer than its directory says.
  func read(
    _ part: Part, _ take: (UnsafeRawBufferPointer) throws(Faults) -> Bool
  ) throws(Faults) {
    guard !part.isEncrypted else {
      throw Faults(Diagnostic(.workbookEncrypted, at: InputPosition(file: path)))
    }
    guard let file = unsafe zip_fopen_index(archive, part.index, 0) else {
      throw fault(part, unsafe String(cString: zip_error_strerror(zip_get_error(archive))))
    }
    defer { unsafe zip_fclose(file) }
    let capacity = 1 << 16
    let piece = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    defer { unsafe piece.deallocate() }
    var total = 0
    while true {
      let count = unsafe Int(zip_fread(file, piece, UInt64(capacity)))
      if count < 0 {
        throw fault(part, unsafe String(cString: zip_error_strerror(zip_file_get_error(file))))
      }
      if count == 0 { break }
      total += count
      rest -= count
      guard rest >= 0 else {
        throw Faults(
          Diagnostic(
            .workbookTooLarge, at: InputPosition(file: path),
            ["found": "> \(Self.limit >> 20) MB", "limit": "\(Self.limit >> 20) MB"],
            phrases: [
              "what": Phrase(vi: "dung lượng sau khi giải nén", en: "size when inflated")
            ]))
      }
      guard total <= part.size else { throw fault(part, "longer than its directory says") }
      guard unsafe try take(UnsafeRawBufferPointer(start: piece, count: count)) else { return }
    }
    guard total == part.size else { throw fault(part, "shorter than its directory says") }
  }

  /// Returns the inflated bytes of a small part.
  func bytes(of part: Part) throws(Faults) -> [UInt8] {
    var bytes: [UInt8] = []
    try unsafe read(part) { piece throws(Faults) in
      unsafe bytes.append(contentsOf: piece)
      return true
    }
    return bytes
  }

  private func fault(_ part: Part, _ reason: String) -> Faults {
    Faults(
      Diagnostic(
        .workbookDamaged, at: InputPosition(file: path), ["reason": "\(part.name): \(reason)"]))
  }
}

extension DiagnosticCode {
  package static let workbookDamaged = DiagnosticCode(
    "workbook.damaged",
    message: Phrase(
      vi: "tệp Excel bị hỏng hoặc chưa tải hết ({reason})",
      en: "the workbook is damaged or incomplete ({reason})"),
    remedy: Phrase(
      vi: "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx, hoặc chép lại tệp gốc.",
      en: "Open it in Excel or LibreOffice and save it again as .xlsx, or copy the original anew."))

  package static let workbookTooLarge = DiagnosticCode(
    "workbook.too-large",
    message: Phrase(
      vi: "tệp Excel lớn bất thường: {what} là {found}, giới hạn {limit}",
      en: "the workbook is unusually large: {what} is {found}, the limit is {limit}"),
    remedy: Phrase(
      vi: "Chép riêng bảng số liệu sang một tệp mới rồi lưu dạng .xlsx.",
      en: "Copy the table of figures into a new file and save it as .xlsx."))

  package static let workbookEncrypted = DiagnosticCode(
    "workbook.encrypted",
    message: Phrase(
      vi: "tệp Excel được đặt mật khẩu", en: "the workbook is protected by a password"),
    remedy: Phrase(
      vi:
        "Mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi lưu lại dạng .xlsx.",
      en:
        "Open it in Excel, take the password off (File → Info → Protect Workbook) and save it as .xlsx."
    ))
}
