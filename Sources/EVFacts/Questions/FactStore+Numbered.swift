import Facts
import Storing

extension FactStore {
  /// The facts of the numbers given, in their order.
  func facts(numbered numbers: [Int64]) throws -> [FactRow] {
    var found: [Int64: FactRow] = [:]
    found.reserveCapacity(numbers.count)
    for start in stride(from: 0, to: numbers.count, by: 500) {
      let some = numbers[start..<min(numbers.count, start + 500)]
      let marks = Array(repeating: "?", count: some.count).joined(separator: ", ")
      let statement = SQLStatement(
        "SELECT * FROM claims WHERE fact_id IN (\(marks))", some.map { .integer($0) })
      try forEachRow(statement) { found[$0.id] = $0 }
    }
    return numbers.compactMap { found[$0] }
  }
}
