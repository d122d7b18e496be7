/// What a published method says of one share; not a result of this program.
package struct SecondOpinion: Sendable, Equatable {
  /// The method.
  package let method: PublishedMethod
  /// The id of the requirement.
  package let requirement: String
  /// The years of the first and the newest figure used; nil without figures.
  package let years: ClosedRange<Int>?
  /// The class; nil when the method does not assess the share.
  package let verdict: OpinionClass?
  /// The class of the present state, where the method judges that, too.
  package let standing: OpinionClass?
  /// Why the share is not assessed; nil when it is.
  package let refusal: OpinionRefusal?
  /// The numbers behind the class, in the order of the method's steps.
  package let numbers: [OpinionNumber]
  /// What has to be known.
  package let notes: [OpinionNote]

  /// Makes an assessment; that a number leaves 0...100 is noted.
  init(
    of question: OpinionQuestion, by method: PublishedMethod, _ verdict: OpinionClass,
    standing: OpinionClass? = nil, numbers: [OpinionNumber] = [], notes: [OpinionNote] = [],
    since first: Int? = nil
  ) {
    let leavesBounds = numbers.contains { number in
      number.quantity.unit == .percent
        && number.value.map { !(-1e-9...100 + 1e-9).contains($0) } ?? false
    }
    self.method = method
    requirement = question.requirement
    years = Self.years(of: question, since: first)
    self.verdict = verdict
    self.standing = standing
    refusal = nil
    self.numbers = numbers
    self.notes = notes + (leavesBounds ? [.beyondBounds] : [])
  }

  /// Makes a refusal; the numbers that are known all the same may be given.
  init(
    of question: OpinionQuestion, by method: PublishedMethod, refused refusal: OpinionRefusal,
    numbers: [OpinionNumber] = []
  ) {
    self.init(
      refusing: question.requirement, by: method, refusal,
      years: Self.years(of: question, since: nil), numbers: numbers)
  }

  /// Makes a refusal of a share that the method is not even asked about.
  init(
    refusing requirement: String, by method: PublishedMethod, _ refusal: OpinionRefusal,
    years: ClosedRange<Int>? = nil, numbers: [OpinionNumber] = []
  ) {
    self.method = method
    self.requirement = requirement
    self.years = years
    verdict = nil
    standing = nil
    self.refusal = refusal
    self.numbers = numbers
    notes = []
  }

  /// Returns the number of a name; nil when the method gives none.
  package func number(_ quantity: OpinionNumber.Quantity) -> Double? {
    numbers.first { $0.quantity == quantity }?.value
  }

  private static func years(
    of question: OpinionQuestion, since first: Int?
  ) -> ClosedRange<Int>? {
    guard let start = first ?? question.points.first?.year, let end = question.points.last?.year
    else { return nil }
    return start...end
  }
}
