/// What the styles of a workbook say about the numbers in its cells.
///
/// Read from `xl/styles.xml` (ECMA-376 part 1, 18.8); only whether a number is shown in percent or as a
/// day matters here.
final class CellStyles: XMLEvents {
  private var formatCodes: [Int: String] = [:]
  private var formats: [Int] = []
  private var isInCellFormats = false
  /// The names of the fonts.
  private(set) var fonts: [String] = []
  private var isInFonts = false
  /// The most fonts that are kept; a workbook of people has a handful.
  private static let fontLimit = 512

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt" {
      if let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") {
        formatCodes[id] = code
      }
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats {
      formats.append(attributes.number("numFmtId") ?? 0)
    } else if name == "fonts" {
      isInFonts = true
    } else if isInFonts, name == "name" || name == "rFont", let font = attributes.text("val") {
      if fonts.count < Self.fontLimit, !fonts.contains(font) { fonts.append(font) }
    }
  }

  override func close(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
    if name == "fonts" { isInFonts = false }
  }

  /// Returns the kind of numbers for each style, in the order that cells refer to.
  func kinds() -> [CellKind] {
    let kindsOfCodes = formatCodes.mapValues { Self.kind(ofFormat: $0) }
    return formats.map { id in
      if let kind = kindsOfCodes[id] { return kind }
      switch id {
      case 9, 10: return .percent
      case 14...22, 27...36, 45...47, 50...58: return .date
      default: return .number
      }
    }
  }

  /// Returns what a number format shows: its first section without quoted texts and brackets.
  static func kind(ofFormat code: String) -> CellKind {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    var signs: Set<Character> = []
    for sign in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if sign == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if sign == "\\" || sign == "_" || sign == "*" {
        isEscaped = true
      } else if sign == "[" {
        isBracketed = true
      } else if sign == "]" {
        isBracketed = false
      } else if sign == ";" {
        break
      } else if !isBracketed {
        signs.insert(sign)
      }
    }
    if signs.contains("%") { return .percent }
    return signs.contains("y") || signs.contains("d") ? .date : .number
  }
}
