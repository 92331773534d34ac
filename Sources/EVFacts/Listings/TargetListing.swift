import Facts
import Reporting
import Storing

/// Targets beside what was reported, some at a time, the latest periods first.
public struct TargetListing: Sendable {
  private let listing: FactListing

  /// The targets that a filter lets through, sorted as facts are.
  public init(_ filter: ReportFilter, order: FactListing.Order, isDescending: Bool) {
    var filter = filter
    filter.kinds = [.salesTarget]
    listing = FactListing(filter, order: order, isDescending: isDescending)
  }

  /// The targets from a place on, each with what was reported of it.
  public func page(offset: Int, limit: Int, in store: FactStore) throws -> PageOfRows<Attainment> {
    let targets = try listing.page(offset: offset, limit: limit, in: store)
    let pairs = try Attainment.pairs(of: targets.rows + Overview.reported(of: targets.rows, in: store))
    return PageOfRows(rows: pairs, total: targets.total, isCountCut: targets.isCountCut)
  }
}
