/// The texts that the cells of a workbook share (ECMA-376 part 1, 18.4), appended to one buffer.
///
/// The runs of rich text are joined; readings of ideographs (`rPh`) are not part of a text.
final class SharedStrings: XMLEvents {
  /// The texts, one after the other.
  private(set) var buffer: [UInt8] = []
  /// Where each text ends in the buffer; each begins where the one before ends.
  private(set) var ends: [Int32] = []
  private var isText = false
  private var phoneticDepth = 0
  private var start = 0

  /// Hands the texts over without a copy.
  func takeBuffer() -> [UInt8] {
    defer { buffer = [] }
    return buffer
  }

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" {
      isText = phoneticDepth == 0
    } else if name == "si" {
      start = buffer.count
    } else if name == "rPh" {
      phoneticDepth += 1
    }
  }

  override func close(_ name: XMLName) {
    if name == "t" {
      isText = false
    } else if name == "rPh" {
      phoneticDepth -= 1
    } else if name == "si" {
      CellEscapes.resolve(in: &buffer, from: start)
      ends.append(Int32(buffer.count))
    }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    if isText { unsafe buffer.append(contentsOf: bytes) }
  }
}

/// The escapes `_xHHHH_` by which workbooks write characters that XML cannot (ECMA-376, ST_Xstring).
enum CellEscapes {
  /// Replaces the escapes in the bytes from a position on, in one pass.
  static func resolve(in buffer: inout [UInt8], from start: Int) {
    guard var index = buffer[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
    var end = index
    while index < buffer.count {
      if let scalar = scalar(in: buffer, at: index) {
        for byte in String(Character(scalar)).utf8 {
          buffer[end] = byte
          end += 1
        }
        index += 7
      } else {
        buffer[end] = buffer[index]
        end += 1
        index += 1
      }
    }
    buffer.removeLast(buffer.count - end)
  }

  private static func scalar(in buffer: [UInt8], at mark: Int) -> Unicode.Scalar? {
    guard buffer[mark] == UInt8(ascii: "_"), mark + 6 < buffer.count,
      buffer[mark + 1] == UInt8(ascii: "x"), buffer[mark + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in buffer[(mark + 2)..<(mark + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}
