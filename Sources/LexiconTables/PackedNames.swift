import Facts
import PackedText

/// The forms of a catalogue, three numbers each: sort, number of the maker, model or market; exact bytes.
struct PackedNames: Sendable {
  private(set) var numbers: [UInt32] = []
  private(set) var markets: [String] = []
  private(set) var exactBytes: [UInt8] = []
  private var marketNumbers: [String: Int] = [:]

  private static let places = MarketForm.allCases
  private static let needsCapital: UInt32 = 0x100
  private static let isExact: UInt32 = 0x200

  var count: Int { numbers.count / 3 }

  /// The entry of a form.
  func entry(_ form: Int) -> NameEntry {
    let number = Int(numbers[form * 3 + 1])
    switch numbers[form * 3] & 0xFF {
    case 0: return .maker(number)
    case 1: return .model(number)
    case 2: return .nothing
    case let sort: return .market(code: markets[number], place: PackedNames.places[Int(sort) - 3])
    }
  }

  @inline(__always) func isModel(_ form: Int) -> Bool { numbers[form * 3] & 0xFF == 1 }
  @inline(__always) func needsCapital(_ form: Int) -> Bool {
    numbers[form * 3] & PackedNames.needsCapital != 0
  }

  /// The bytes as the table has them, where case counts.
  func exact(_ form: Int) -> ArraySlice<UInt8>? {
    guard numbers[form * 3] & PackedNames.isExact != 0 else { return nil }
    let number = Int(numbers[form * 3 + 2])
    return exactBytes[(number >> 8)..<((number >> 8) + (number & 0xFF))]
  }

  mutating func append(_ entry: NameEntry, exact: [UInt8]?, needsCapital: Bool) {
    let (sort, number) = packed(entry)
    let flags = (needsCapital ? PackedNames.needsCapital : 0) | (exact == nil ? 0 : PackedNames.isExact)
    let bytes = exact ?? []
    numbers += [UInt32(sort) | flags, UInt32(number), UInt32(exactBytes.count << 8 | bytes.count)]
    exactBytes += bytes
  }

  private mutating func packed(_ entry: NameEntry) -> (sort: Int, number: Int) {
    switch entry {
    case .maker(let number): return (0, number)
    case .model(let number): return (1, number)
    case .nothing: return (2, 0)
    case .market(let code, let place):
      let number = marketNumbers[code] ?? markets.count
      if number == markets.count { markets.append(code) }
      marketNumbers[code] = number
      return (3 + (PackedNames.places.firstIndex(of: place) ?? 0), number)
    }
  }
}

extension PackedNames {
  init(from reader: inout TableReader) {
    numbers = reader.numbers()
    markets = reader.strings()
    exactBytes = reader.bytes()
  }

  func write(to writer: inout TableWriter) {
    writer.write(numbers)
    writer.write(markets)
    writer.write(exactBytes)
  }
}
