import Facts
import Storing

extension FactStore {
  /// How many numbers a statement has room for: few different ones, so that they can be kept prepared.
  private static let rooms = [8, 32, 128, 500]

  /// The facts of the numbers given, in their order.
  func facts(numbered numbers: [Int64]) throws -> [FactRow] {
    var found: [Int64: FactRow] = [:]
    found.reserveCapacity(numbers.count)
    for start in stride(from: 0, to: numbers.count, by: 500) {
      let some = numbers[start..<min(numbers.count, start + 500)]
      let room = Self.rooms.first { $0 >= some.count } ?? some.count
      let marks = Array(repeating: "?", count: room).joined(separator: ", ")
      let statement = SQLStatement(
        "SELECT * FROM claims WHERE fact_id IN (\(marks))",
        some.map { .integer($0) } + Array(repeating: .null, count: room - some.count))
      try forEachRow(statement, isKept: true) { found[$0.id] = $0 }
    }
    return numbers.compactMap { found[$0] }
  }
}
