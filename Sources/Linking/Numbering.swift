/// Things numbered in the order in which they are come upon: what is asked often is asked by number, without a look at a name.
struct Numbering<Key: Hashable & Sendable>: Sendable {
  /// The things, by number.
  private(set) var keys: [Key] = []
  private var numbers: [Key: Int] = [:]

  /// The number of a thing; `nil` where it has none.
  func known(_ key: Key) -> Int? { numbers[key] }

  /// The number of a thing, the next one where it has none yet.
  mutating func number(of key: Key) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }

  /// The place of each thing in a list of numbers; `nil` for those that are not in it.
  func places(in list: [Int]) -> [Int?] {
    var places = [Int?](repeating: nil, count: keys.count)
    for (place, number) in list.enumerated() { places[number] = place }
    return places
  }
}
