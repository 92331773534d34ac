import Facts

/// How likely each figure holds each period to be its own, told once for all: every figure asks it of its neighbours.
struct PeriodShares: Sendable {
  private var numbers: [Period?: Int] = [:]
  /// A row a figure, a column a period.
  private var table: [Float] = []
  /// The columns of each figure's own periods.
  private var columns: [[Int]] = []

  /// A table of more than so many cells is not made, and the shares are added up where they are asked for.
  private static let mostCells = 1 << 21

  /// Tells the shares of some figures.
  init(_ views: [FirstLook.View]) {
    var periods: [Period?] = []
    for view in views {
      columns.append(
        view.periods.map { period, _ in
          if let known = numbers[period] { return known }
          numbers[period] = periods.count
          periods.append(period)
          return periods.count - 1
        })
    }
    guard !periods.isEmpty, periods.count * views.count <= PeriodShares.mostCells else {
      numbers = [:]
      return
    }
    // Which periods mean the same.
    let agreeing = periods.map { a in periods.indices.filter { Period.agree(a, periods[$0]) } }
    table = Array(repeating: 0, count: periods.count * views.count)
    for (row, view) in views.enumerated() {
      for (own, told) in zip(columns[row], view.periods) {
        for column in agreeing[own] { table[row * periods.count + column] += told.share }
      }
    }
  }

  /// The column of a period; `nil` where there is none.
  func column(of period: Period?) -> Int? { numbers[period] }

  /// How likely a figure holds a period that means the same as this one, of which the column is known.
  @inline(__always)
  func share(_ row: Int, _ column: Int?, _ period: Period?, _ views: [FirstLook.View]) -> Float {
    guard let column else { return views[row].share(of: period) }
    return table[row * numbers.count + column]
  }

  /// The same of all periods of a figure.
  func own(_ row: Int, _ views: [FirstLook.View]) -> [Float] {
    if numbers.isEmpty { return views[row].periods.map { views[row].share(of: $0.period) } }
    return columns[row].map { table[row * numbers.count + $0] }
  }
}
