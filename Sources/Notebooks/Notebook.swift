/// A Markdown page whose `forecast` blocks are commands and whose next `text` block is their output.
///
/// Any viewer shows the page as it is. Only fences of three or more backticks at the start of a line are
/// read; everything else is prose and stays byte for byte. Lines may end in LF or CR LF.
package struct Notebook: Sendable, Equatable {
  /// A block of commands and the block that holds their output.
  package struct Step: Sendable, Equatable {
    /// The line of the opening fence, counted from 1.
    package let line: Int
    /// The commands, one a line; empty lines and lines that begin with # are passed over.
    package let commands: [String]
    /// The recorded output; nil when no `text` block follows before the next commands.
    package let output: String?
    /// The lines of the recorded output in the page, without its fences; nil without output.
    let outputLines: Range<Int>?
    /// The line after the closing fence of the commands, counted from 0.
    let end: Int
  }

  /// A picture that the page shows: `![…](path)` outside of blocks.
  package struct Picture: Sendable, Equatable {
    /// The line, counted from 1.
    package let line: Int
    /// The path as the page has it.
    package let path: String
  }

  /// The lines of the page; with CR LF the CR stays.
  let lines: [String]
  /// The steps, in order.
  package let steps: [Step]
  /// The line of a fence that is never closed, counted from 1; nil when all are.
  package let openFence: Int?
  /// The pictures in files, in order; addresses of the web are passed over.
  package let pictures: [Picture]

  /// Reads a page.
  package init(_ text: String) {
    let lines = text.linesKeepingReturns
    let blocks = Self.blocks(lines)
    var steps: [Step] = []
    for (index, block) in blocks.enumerated() where block.kind == "forecast" && block.isClosed {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let recorded = next?.kind == "text" && next?.isClosed == true ? next?.content : nil
      steps.append(
        Step(
          line: block.opening + 1,
          commands: lines[block.content].map { $0.trimmingBlanks() }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") },
          output: recorded.map { range in
            lines[range].map { $0.withoutReturn + "\n" }.joined()
          },
          outputLines: recorded, end: block.content.upperBound + 1))
    }
    self.lines = lines
    self.steps = steps
    openFence = blocks.first { !$0.isClosed }.map { $0.opening + 1 }
    pictures = Self.pictures(lines, outside: blocks)
  }

  private static func pictures(_ lines: [String], outside blocks: [Block]) -> [Picture] {
    let hidden = Set(blocks.flatMap { $0.opening...$0.content.upperBound })
    return lines.enumerated().filter { !hidden.contains($0.offset) }.flatMap { index, line in
      line.matches(of: /!\[[^\]]*\]\(([^)\s]+)/).map { String($0.1) }
        .filter { !$0.contains("://") }
        .map { Picture(line: index + 1, path: $0) }
    }
  }

  /// Returns the page with each step's recorded output replaced, or added where there was none.
  ///
  /// - Precondition: one output for each step.
  package func replacingOutputs(_ outputs: [String]) -> String {
    precondition(outputs.count == steps.count, "\(outputs.count) outputs, \(steps.count) steps")
    var result = lines
    let lineEnd = lines.first?.hasReturn == true ? "\r" : ""
    for (step, output) in zip(steps, outputs).reversed() {
      var body = output.linesKeepingReturns
      if body.last?.isEmpty == true { body.removeLast() }
      let fence = Self.fence(around: body)
      let closed = body.map { $0 + lineEnd } + [fence + lineEnd]
      if let range = step.outputLines {
        let isSafe = fence.count == 3
        result.replaceSubrange(
          isSafe ? range : range.lowerBound - 1..<range.upperBound + 1,
          with: isSafe ? closed.dropLast() : [fence + "text" + lineEnd] + closed)
      } else if !body.isEmpty {
        result.insert(contentsOf: [lineEnd, fence + "text" + lineEnd] + closed, at: step.end)
      }
    }
    return result.joined(separator: "\n")
  }

  /// Returns a fence that is longer than any within a text.
  private static func fence(around body: [String]) -> String {
    let longest = body.map { $0.trimmingBlanks().prefix { $0 == "`" }.count }.max() ?? 0
    return String(repeating: "`", count: max(3, longest + 1))
  }

  private struct Block {
    let kind: String
    let opening: Int
    let content: Range<Int>
    let isClosed: Bool
  }

  private static func blocks(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var index = 0
    while index < lines.count {
      let fence = lines[index].prefix { $0 == "`" }
      guard fence.count >= 3 else {
        index += 1
        continue
      }
      let words = lines[index].dropFirst(fence.count)
      guard !words.contains("`") else {
        index += 1
        continue
      }
      let kind = words.split(whereSeparator: \.isWhitespace).first ?? ""
      let start = index + 1
      let end = lines[start...].firstIndex { closes($0, fence.count) }
      blocks.append(
        Block(
          kind: String(kind), opening: index, content: start..<(end ?? lines.count),
          isClosed: end != nil))
      index = (end ?? lines.count) + 1
    }
    return blocks
  }

  /// Whether a line closes a fence: backticks alone, as many or more.
  private static func closes(_ line: String, _ count: Int) -> Bool {
    let text = line.trimmingBlanks()
    return text.count >= count && text.allSatisfy { $0 == "`" }
  }
}

extension String {
  /// The text cut at line feeds; a carriage return stays at the end of its line.
  var linesKeepingReturns: [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// Whether the line ends in a carriage return.
  var hasReturn: Bool { unicodeScalars.last == "\r" }

  /// The line without a carriage return at its end.
  var withoutReturn: String { hasReturn ? String(unicodeScalars.dropLast()) : self }

  /// Returns the text without blanks around it.
  func trimmingBlanks() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
