/// The list at the end of a zip archive: what is in it, and the checksum of each member's content.
///
/// Enough to hold members against texts that a test knows, without reading what is compressed.
struct ZipDirectory {
  struct Member: Equatable {
    let name: String
    /// The packed day and time that the member says.
    let day: Int
    let time: Int
    let checksum: UInt32
    let size: Int
  }

  let members: [Member]

  /// Reads the list of an archive without a comment; nil when there is none.
  init?(_ bytes: [UInt8]) {
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]), end > 0, number(end, 4) == 0x0605_4B50 else {
      return nil
    }
    var offset = number(end + 16, 4)
    var members: [Member] = []
    for _ in 0..<number(end + 10, 2) {
      guard number(offset, 4) == 0x0201_4B50 else { return nil }
      let nameLength = number(offset + 28, 2)
      let name = bytes[(offset + 46)..<(offset + 46 + nameLength)]
      members.append(
        Member(
          name: String(decoding: name, as: UTF8.self), day: number(offset + 14, 2),
          time: number(offset + 12, 2), checksum: UInt32(number(offset + 16, 4)),
          size: number(offset + 24, 4)))
      offset += 46 + nameLength + number(offset + 30, 2) + number(offset + 32, 2)
    }
    self.members = members
  }

  func member(_ name: String) -> Member? { members.first { $0.name == name } }

  /// Returns the CRC-32 of a text, as zip archives and PNG have it (ISO 3309).
  static func checksum(_ text: String) -> UInt32 {
    ~text.utf8.reduce(~0 as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }
}
