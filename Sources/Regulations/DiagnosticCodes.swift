package import Diagnostics

extension DiagnosticCode {
  /// Every code that Regulations raises, in the order of the codes' ids; `forecast help CODE` documents them.
  package static let regulations: [DiagnosticCode] = [
    .levelAmbiguous,
    .levelUnknown,
    .regulationUnknown,
    .ruleBaseTwice,
    .ruleDirectionDown,
    .ruleExtendsCycle,
    .ruleGradeCycle,
    .ruleGradeOrder,
    .ruleIdDuplicate,
    .ruleIdInherited,
    .ruleKeyMisplaced,
    .ruleKeyMissing,
    .ruleKeyUnknown,
    .ruleLegalBasisMissing,
    .ruleListEmpty,
    .ruleNameUnknown,
    .ruleNumberRange,
    .rulePlanningLegal,
    .ruleValueType,
    .ruleWordUnknown,
  ]
}
