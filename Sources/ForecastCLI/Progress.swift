/// How far a long run has come, told on a terminal only.
struct Progress {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func show(done: Int, of total: Int) {
    show("\(done)/\(total)")
  }

  func show(_ part: String) {
    guard session.console.showsProgress else { return }
    session.console.writeError("\r\u{1B}[K\(part)")
  }

  func clear() {
    guard session.console.showsProgress else { return }
    session.console.writeError("\r\u{1B}[K")
  }
}
