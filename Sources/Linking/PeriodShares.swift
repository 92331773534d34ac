import Facts

/// How likely each figure holds each period to be its own, told once for all: every figure asks it of its neighbours.
struct PeriodShares: Sendable {
  private var numbers: [Period?: Int] = [:]
  /// A row a figure, a column a period.
  private var table: [Float] = []

  /// A table of more than so many cells is not made, and the shares are added up where they are asked for.
  private static let mostCells = 1 << 21

  /// Tells the shares of some figures.
  init(_ views: [FirstLook.View]) {
    var periods: [Period?] = []
    for view in views {
      for (period, _) in view.periods where numbers[period] == nil {
        numbers[period] = periods.count
        periods.append(period)
      }
    }
    guard !periods.isEmpty, periods.count * views.count <= PeriodShares.mostCells else {
      numbers = [:]
      return
    }
    // Which periods mean the same.
    let agreeing = periods.map { a in periods.indices.filter { Period.agree(a, periods[$0]) } }
    table = Array(repeating: 0, count: periods.count * views.count)
    for (row, view) in views.enumerated() {
      for (period, share) in view.periods {
        for column in agreeing[numbers[period] ?? 0] { table[row * periods.count + column] += share }
      }
    }
  }

  /// How likely a figure holds a period that means the same as this one.
  func share(_ row: Int, of period: Period?, _ views: [FirstLook.View]) -> Float {
    guard let column = numbers[period] else { return views[row].share(of: period) }
    return table[row * numbers.count + column]
  }

  /// The same of several figures.
  func shares(_ rows: Range<Int>, of period: Period?, _ views: [FirstLook.View]) -> [Float] {
    guard let column = numbers[period] else { return rows.map { views[$0].share(of: period) } }
    return rows.map { table[$0 * numbers.count + column] }
  }
}
