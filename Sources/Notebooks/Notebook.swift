/// A Markdown page whose `forecast` blocks are commands and whose next `text` block is their output.
///
/// Any viewer shows the page as it is. Only fences of three or more backticks at the start of a line are
/// read; everything else is prose and stays byte for byte.
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

  /// The lines of the page.
  let lines: [String]
  /// The steps, in order.
  package let steps: [Step]

  /// Reads a page.
  package init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let blocks = Self.blocks(lines)
    var steps: [Step] = []
    for (index, block) in blocks.enumerated() where block.kind == "forecast" {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let recorded = next?.kind == "text" ? next?.content : nil
      steps.append(
        Step(
          line: block.opening + 1,
          commands: lines[block.content].map { $0.trimmingBlanks() }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") },
          output: recorded.map { range in lines[range].map { $0 + "\n" }.joined() },
          outputLines: recorded, end: block.content.upperBound + 1))
    }
    self.lines = lines
    self.steps = steps
  }

  /// Returns the page with each step's recorded output replaced, or added where there was none.
  ///
  /// - Precondition: one output for each step.
  package func replacingOutputs(_ outputs: [String]) -> String {
    precondition(outputs.count == steps.count, "\(outputs.count) outputs, \(steps.count) steps")
    var result = lines
    for (step, output) in zip(steps, outputs).reversed() {
      var body = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if body.last?.isEmpty == true { body.removeLast() }
      if let range = step.outputLines {
        result.replaceSubrange(range, with: body)
      } else {
        result.insert(contentsOf: ["", "```text"] + body + ["```"], at: step.end)
      }
    }
    return result.joined(separator: "\n")
  }

  private struct Block {
    let kind: String
    let opening: Int
    let content: Range<Int>
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
      let kind = lines[index].dropFirst(fence.count).split(separator: " ").first ?? ""
      let start = index + 1
      var end = start
      while end < lines.count, lines[end].trimmingBlanks() != String(fence) { end += 1 }
      blocks.append(
        Block(kind: String(kind), opening: index, content: start..<min(end, lines.count)))
      index = end + 1
    }
    return blocks
  }
}

extension String {
  /// Returns the text without blanks around it.
  func trimmingBlanks() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
