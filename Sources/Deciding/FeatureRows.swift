/// The features of several candidates, row by row in one array: what a model is asked with about all of them at once.
package struct FeatureRows: Sendable {
  /// The features of a candidate.
  package let width: Int
  /// The number of candidates.
  package private(set) var count = 0
  /// The rows, one behind the other.
  private var values: [Float] = []

  /// Makes room for rows of so many features.
  package init(width: Int) { self.width = width }

  /// Takes rows that are all of one length.
  package init(_ rows: [[Float]]) {
    width = rows.first?.count ?? 0
    values.reserveCapacity(width * rows.count)
    for row in rows { append(row) }
  }

  /// Takes rows that are all of one length, each with `more` features behind it.
  package init(_ rows: [[Float]], _ more: [[Float]]) {
    width = (rows.first?.count ?? 0) + (more.first?.count ?? 0)
    values.reserveCapacity(width * rows.count)
    for (row, rest) in zip(rows, more) {
      precondition(row.count + rest.count == width, "rows of features are of several lengths")
      values.append(contentsOf: row)
      values.append(contentsOf: rest)
    }
    count = min(rows.count, more.count)
  }

  /// Adds a candidate.
  package mutating func append(_ row: [Float]) {
    precondition(row.count == width, "a row of \(row.count) features among rows of \(width)")
    values.append(contentsOf: row)
    count += 1
  }

  /// The features of a candidate.
  package subscript(row: Int) -> ArraySlice<Float> { values[row * width..<(row + 1) * width] }

  /// Lends the features of a candidate.
  @inline(__always)
  func withRow(_ row: Int, _ body: (UnsafeBufferPointer<Float>) -> Void) {
    values.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[row * width..<(row + 1) * width]))
    }
  }

  /// The features, of the first so many, in which candidates differ.
  func varied(_ known: Int) -> [Int] {
    guard count > 1 else { return [] }
    var marks = [UInt8](repeating: 0, count: known)
    values.withUnsafeBufferPointer { values in
      marks.withUnsafeMutableBufferPointer { marks in
        for row in 1..<count {
          let start = row * width
          for at in 0..<known { marks[at] |= values[start + at] != values[at] ? 1 : 0 }
        }
      }
    }
    return marks.indices.filter { marks[$0] == 1 }
  }
}
