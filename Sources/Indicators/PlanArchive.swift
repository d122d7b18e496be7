/// The plans that were put on record, oldest first; each names the one before by its hash.
package struct PlanArchive: Sendable, Equatable {
  /// A plan on record.
  package struct Record: Sendable, Equatable {
    /// Its number, counted from 1.
    package let sequence: Int
    /// The SHA-256 of its line, which the next record names; lower-case hexadecimal.
    package let sha256: String
    /// What was recorded.
    package let plan: ArchivedPlan

    package init(sequence: Int, sha256: String, plan: ArchivedPlan) {
      self.sequence = sequence
      self.sha256 = sha256
      self.plan = plan
    }
  }

  /// The records, oldest first.
  package let records: [Record]

  package init(records: [Record] = []) {
    self.records = records
  }

  /// The hash of the newest record; nil when there is none.
  ///
  /// Who keeps it elsewhere can tell later that nothing up to it was cut off.
  package var head: String? { records.last?.sha256 }

  /// Returns the records of a place, oldest first.
  package func records(of place: String) -> [Record] {
    records.filter { $0.plan.place == place }
  }

  /// Returns the newest record of each level and base year among some, in their order.
  package static func newest(of records: [Record]) -> [Record] {
    records.filter { record in
      !records.contains {
        $0.sequence > record.sequence && $0.plan.regulation == record.plan.regulation
          && $0.plan.level == record.plan.level && $0.plan.baseYear == record.plan.baseYear
      }
    }
  }
}
