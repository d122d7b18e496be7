import Foundation
import Statistics
import Testing

@Suite("Binomial interval")
struct BinomialIntervalTests {
  @Test("Ends are those of scipy's exact interval")
  func agreesWithReference() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/clopper_pearson.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 87)
    for line in lines {
      let fields = line.split(separator: ",").map { Double($0) ?? .nan }
      let interval = BinomialInterval(
        hits: Int(fields[0]), of: Int(fields[1]), level: fields[2])
      #expect(abs(interval.lower - fields[3]) <= 1e-10, "\(line)")
      #expect(abs(interval.upper - fields[4]) <= 1e-10, "\(line)")
    }
  }

  @Test("Nothing tried says nothing; all hits leave a lower end, no hit an upper one")
  func edges() {
    #expect(BinomialInterval(hits: 0, of: 0) == BinomialInterval(hits: 0, of: 0, level: 0.5))
    let nothing = BinomialInterval(hits: 0, of: 0)
    #expect(nothing.lower == 0 && nothing.upper == 1)
    // By hand: (α/2)^(1/n) and 1 − (α/2)^(1/n).
    let all = BinomialInterval(hits: 3, of: 3)
    #expect(abs(all.lower - 0.292_401_773_821_286_6) <= 1e-12 && all.upper == 1)
    let none = BinomialInterval(hits: 0, of: 3)
    #expect(none.lower == 0 && abs(none.upper - 0.707_598_226_178_713_4) <= 1e-12)
  }

  @Test("Hits and misses mirror each other", arguments: 1...12)
  func mirror(count: Int) {
    for hits in 0...count {
      let interval = BinomialInterval(hits: hits, of: count)
      let other = BinomialInterval(hits: count - hits, of: count)
      #expect(abs(interval.lower - (1 - other.upper)) <= 1e-12)
      let rate = Double(hits) / Double(count)
      #expect(interval.lower <= rate && rate <= interval.upper)
    }
  }
}
