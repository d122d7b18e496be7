import CExpat
package import Diagnostics
import Wording

/// A listener to the elements and texts of one XML part, fed by expat piece by piece.
///
/// Names are local: the prefix of a namespace is taken off, because producers choose it freely, and
/// transitional and strict workbooks differ in nothing else that matters here. A document type
/// declaration is refused, so that no entity is ever expanded but the five of XML.
@safe
class XMLEvents {
  /// The deepest nesting that is followed.
  static let depthLimit = 64
  /// The longest tag, comment or instruction, in bytes.
  ///
  /// Expat looks at one from its beginning whenever more of it comes, so that a long one would take
  /// quadratic time.
  static let tagLimit = 256 << 10
  /// About how many different names of elements and attributes a part may have, as expat keeps them all.
  static let nameLimit = 4_096

  private var parser: XML_Parser?
  private var depth = 0
  private var stop: Stop?
  /// A bit for each hash of a name that was seen, and how many are set.
  private var names = [UInt64](repeating: 0, count: 1 << 10)
  private var nameCount = 0

  private enum Stop {
    case documentType
    case depth
    case names
    case listener(Diagnostic)
  }

  /// Called when an element begins.
  func open(_ name: XMLName, _ attributes: XMLAttributes) {}
  /// Called when an element ends.
  func close(_ name: XMLName) {}
  /// Called with a piece of text, UTF-8; one text may come in several pieces.
  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// Gives up; `listen` throws the finding.
  func refuse(_ diagnostic: Diagnostic) {
    end(.listener(diagnostic))
  }

  /// Reads a part of a container from beginning to end.
  ///
  /// - Throws: `Faults` when the part is no well-formed XML, holds a document type declaration, nests
  ///   too deeply, or is damaged.
  final func listen(to part: ZipArchive.Part, of archive: ZipArchive, file: String) throws(Faults) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      preconditionFailure("expat has no memory for a parser")
    }
    unsafe self.parser = parser
    defer {
      unsafe XML_ParserFree(parser)
      unsafe self.parser = nil
    }
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(parser, Self.onStart, Self.onEnd)
    unsafe XML_SetCharacterDataHandler(parser, Self.onText)
    unsafe XML_SetStartDoctypeDeclHandler(parser, Self.onDocumentType)
    var total = 0
    try unsafe archive.read(part) { piece throws(Faults) in
      let start = unsafe piece.baseAddress?.assumingMemoryBound(to: CChar.self)
      let status = unsafe XML_Parse(parser, start, Int32(piece.count), 0)
      if status != XML_STATUS_OK { throw unsafe self.fault(parser, part, file) }
      total += piece.count
      guard unsafe total - Int(XML_GetCurrentByteIndex(parser)) <= Self.tagLimit else {
        throw Self.tooLarge(
          Phrase(vi: "độ dài một thẻ XML", en: "length of an XML tag"), Self.tagLimit, file)
      }
      return true
    }
    if unsafe XML_Parse(parser, nil, 0, 1) != XML_STATUS_OK {
      throw unsafe fault(parser, part, file)
    }
  }

  private func fault(
    _ parser: OpaquePointer, _ part: ZipArchive.Part, _ file: String
  ) -> Faults {
    let position = InputPosition(file: file)
    switch stop {
    case .listener(let diagnostic): return Faults(diagnostic)
    case .documentType:
      return Faults(Diagnostic(.workbookEntities, at: position, ["part": part.name]))
    case .depth:
      return Self.tooLarge(
        Phrase(vi: "độ sâu của XML", en: "nesting of the XML"), Self.depthLimit, file)
    case .names:
      return Self.tooLarge(
        Phrase(vi: "số tên thẻ XML khác nhau", en: "number of different XML names"),
        Self.nameLimit, file)
    case nil:
      let message =
        unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
        ?? "XML"
      let line = unsafe XML_GetCurrentLineNumber(parser)
      return Faults(
        Diagnostic(
          .workbookDamaged, at: position, ["reason": "\(part.name):\(line): \(message)"]))
    }
  }

  private static func tooLarge(_ what: Phrase, _ limit: Int, _ file: String) -> Faults {
    Faults(
      Diagnostic(
        .workbookTooLarge, at: InputPosition(file: file),
        ["found": "> \(limit)", "limit": "\(limit)"], phrases: ["what": what]))
  }

  private func end(_ reason: Stop) {
    if stop == nil { stop = reason }
    if let parser = unsafe parser { unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }

  /// Counts a name unless it was seen; different names of one hash count once.
  private func note(_ name: UnsafePointer<CChar>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = 0
    while unsafe name[index] != 0 {
      hash = unsafe (hash ^ UInt64(UInt8(bitPattern: name[index]))) &* 0x100_0000_01B3
      index += 1
    }
    let bit = Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0xFFFF)
    let mask: UInt64 = 1 << UInt64(bit & 63)
    guard names[bit >> 6] & mask == 0 else { return }
    names[bit >> 6] |= mask
    nameCount += 1
  }

  /// Takes an element unless the reading has ended: expat may report some events after it was stopped.
  private func begin(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard stop == nil else { return }
    depth += 1
    if depth > Self.depthLimit { return end(.depth) }
    unsafe note(name)
    var index = 0
    while let attribute = unsafe attributes?[index] {
      unsafe note(attribute)
      index += 2
    }
    if nameCount > Self.nameLimit { return end(.names) }
    unsafe open(XMLName(name), XMLAttributes(attributes))
  }

  private static func listener(_ pointer: UnsafeMutableRawPointer?) -> XMLEvents? {
    unsafe pointer.map { unsafe Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let onStart: XML_StartElementHandler = { pointer, name, attributes in
    guard let listener = unsafe XMLEvents.listener(pointer), let name = unsafe name else { return }
    unsafe listener.begin(name, attributes)
  }

  private static let onEnd: XML_EndElementHandler = { pointer, name in
    guard let listener = unsafe XMLEvents.listener(pointer), let name = unsafe name else { return }
    guard listener.stop == nil else { return }
    listener.depth -= 1
    unsafe listener.close(XMLName(name))
  }

  private static let onText: XML_CharacterDataHandler = { pointer, text, count in
    guard let listener = unsafe XMLEvents.listener(pointer), let text = unsafe text,
      listener.stop == nil
    else { return }
    unsafe listener.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
  }

  private static let onDocumentType: XML_StartDoctypeDeclHandler = { pointer, _, _, _, _ in
    unsafe XMLEvents.listener(pointer)?.end(.documentType)
  }
}

/// The local name of an element, valid during the event only.
@safe
struct XMLName {
  private let start: UnsafePointer<CChar>
  private let count: Int

  init(_ qualified: UnsafePointer<CChar>) {
    var local = unsafe qualified
    var end = unsafe qualified
    while unsafe end.pointee != 0 {
      if unsafe end.pointee == 58 { unsafe local = end + 1 }
      unsafe end += 1
    }
    unsafe start = local
    unsafe count = end - local
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    guard name.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<name.count
    where unsafe UInt8(bitPattern: name.start[index]) != text.utf8Start[index] {
      return false
    }
    return true
  }
}

/// The attributes of an element, valid during the event only.
@safe
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    unsafe self.list = list
  }

  /// Returns the bytes of an attribute by its local name; nil when there is none.
  ///
  /// - Parameters:
  ///   - name: the local name.
  ///   - isQualified: whether only an attribute with a prefix is meant, as `r:id` is beside `id`.
  /// - Returns: the bytes, valid during the event.
  func bytes(_ name: StaticString, isQualified: Bool = false) -> UnsafeRawBufferPointer? {
    guard let list = unsafe list else { return nil }
    var index = 0
    while let key = unsafe list[index], let value = unsafe list[index + 1] {
      index += 2
      guard unsafe XMLName(key) == name else { continue }
      if isQualified, unsafe !Self.hasPrefix(key) { continue }
      var count = 0
      while unsafe value[count] != 0 { count += 1 }
      return unsafe UnsafeRawBufferPointer(start: value, count: count)
    }
    return nil
  }

  private static func hasPrefix(_ name: UnsafePointer<CChar>) -> Bool {
    var index = 0
    while unsafe name[index] != 0 {
      if unsafe name[index] == 58 { return true }
      index += 1
    }
    return false
  }

  /// Returns the text of an attribute.
  func text(_ name: StaticString, isQualified: Bool = false) -> String? {
    unsafe bytes(name, isQualified: isQualified).map { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the whole number in an attribute; nil when missing or no number.
  func number(_ name: StaticString) -> Int? {
    guard let digits = unsafe bytes(name), (1...10).contains(digits.count) else { return nil }
    var number = 0
    for index in 0..<digits.count {
      let byte = unsafe digits[index]
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }

  /// Whether an attribute says yes, "1" or "true".
  func isTrue(_ name: StaticString) -> Bool {
    guard let bytes = unsafe bytes(name) else { return false }
    return unsafe (bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8))
  }
}

extension DiagnosticCode {
  package static let workbookEntities = DiagnosticCode(
    "workbook.entities",
    message: Phrase(
      vi: "tệp Excel chứa khai báo XML không an toàn (DOCTYPE trong {part})",
      en: "the workbook holds an unsafe XML declaration (DOCTYPE in {part})"),
    remedy: Phrase(
      vi: "Không dùng tệp này; chép số liệu sang tệp mới rồi lưu dạng .xlsx.",
      en: "Do not use this file; copy the figures into a new one and save it as .xlsx."))
}
