import Facts
import Reporting

/// The charts by the names that `--chart` takes.
public enum ChartName: String, CaseIterable, Sendable {
  /// Launches on a line of time.
  case launches
  /// Targets beside what was reported.
  case targets
  /// What models cost beside how far they go.
  case prices

  /// The kinds of facts that it is drawn from.
  public var kinds: [FactKind] {
    switch self {
    case .launches: [.launch]
    case .targets: [.salesTarget, .sales]
    case .prices: [.price, .range]
    }
  }

  /// The charts that suit facts of some kinds.
  public static func suiting(_ kinds: Set<FactKind>) -> [ChartName] {
    allCases.filter { !kinds.isDisjoint(with: $0.kinds) }
  }

  /// The chart of the rows of its kinds, `nil` where there is nothing to draw.
  public func chart(of rows: [FactRow]) -> Chart? {
    switch self {
    case .launches: LaunchTimeline.of(rows)
    case .targets: TargetBars.of(Attainment.pairs(of: rows))
    case .prices: PriceOverRange.of(rows)
    }
  }
}
