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

  /// Of some features, in order, those that all candidates share, and the others in parts: first what changes least from one
  /// candidate to the next, so that a candidate mostly shares the first parts with the one before it.
  func parted(_ features: [Int]) -> (common: [Int], varied: [ArraySlice<Int>]) {
    guard count > 1 else { return (Array(features.prefix { $0 < width }), []) }
    var changes = [Int32](repeating: 0, count: width)
    values.withUnsafeBufferPointer { values in
      changes.withUnsafeMutableBufferPointer { changes in
        for row in 1..<count {
          let own = UnsafeBufferPointer(rebasing: values[row * width..<(row + 1) * width])
          let last = UnsafeBufferPointer(rebasing: values[(row - 1) * width..<row * width])
          for at in changes.indices { changes[at] &+= own[at] == last[at] ? 0 : 1 }
        }
      }
    }
    var common: [Int] = []
    var order: [Int] = []
    for feature in features {
      guard feature < width else { break }
      // The changes stand before the number: to sort them sorts the features.
      let change = Int(changes[feature])
      if change == 0 { common.append(feature) } else { order.append(change << 32 | feature) }
    }
    order.sort()
    let varied = order.map { $0 & 0xFFFF_FFFF }
    let third = (varied.count + FeatureRows.mostParts - 1) / FeatureRows.mostParts
    let size = max(FeatureRows.leastPart, third)
    return (common, stride(from: 0, to: varied.count, by: size).map { varied[$0...].prefix(size) })
  }

  private static let mostParts = 3
  private static let leastPart = 6

  /// The first part in which a candidate differs from the one before it; the number of parts where it does in none.
  func firstChange(_ row: Int, _ parts: [ArraySlice<Int>]) -> Int {
    values.withUnsafeBufferPointer { values in
      let start = row * width
      func isChanged(_ feature: Int) -> Bool { values[start + feature] != values[start - width + feature] }
      return parts.firstIndex { $0.contains(where: isChanged) } ?? parts.count
    }
  }
}
