import Deciding
import Facts
import Lexicon

extension Decisions {
  /// The models of the binary.
  static let standard = Decisions(packed: PackedWeights.all)
}

/// The classes of the models, in the order of their training.
enum DecisionClasses {
  static let countKinds: [FactKind?] = [nil, .sales, .salesTarget, .storeCount, .capacity, .price, .range]
  static let measures = Measure.allCases
  static let outlets = Outlet.allCases
  static let priceSorts = ["start", "list", "presale"]
  static let qualifiers: [Qualifier] = [.exact, .about, .moreThan, .lessThan, .atLeast, .atMost]
  static let statuses = Status.allCases
  static let milestones = Milestone.allCases

  /// The kind, one value each, as features.
  static func kind(_ kind: FactKind) -> [Float] { kinds[kind] ?? [] }

  /// The statuses, one value each, as features.
  static func status(_ status: Status) -> [Float] { statusRows[status] ?? [] }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: FactKind.allCases.map { kind in
      (kind, FactKind.allCases.map { Float($0 == kind ? 1 : 0) })
    })
  private static let statusRows = Dictionary(
    uniqueKeysWithValues: Status.allCases.map { status in
      (status, Status.allCases.map { Float($0 == status ? 1 : 0) })
    })
}
