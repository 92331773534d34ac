import PackedText

/// One form of a language file, with what it means.
public struct WordForm: Sendable, Hashable {
  /// What it means.
  public let cue: Cue
  /// The value after `=`: a number, a month, a currency; `nil` for classes without values.
  public let value: String?
}

/// A form found at a place of a folded text.
public struct WordMatch: Sendable, Hashable {
  /// The folded bytes.
  public var start: Int
  /// The byte past the last.
  public var end: Int
  /// The form's number in its table.
  public var form: Int
}

/// The forms of a table by number, made when they are asked for.
public struct WordForms: RandomAccessCollection, Sendable {
  let table: PackedForms

  /// The first number.
  public var startIndex: Int { 0 }
  /// The number past the last.
  public var endIndex: Int { table.count }
  /// The form of a number.
  public subscript(form: Int) -> WordForm { WordForm(cue: table.cue(form), value: table.value(form)) }
}

/// The forms of a table, three numbers each: cue, flags and value; the second part it needs; its exact bytes.
struct PackedForms: Sendable {
  private(set) var numbers: [UInt32] = []
  private(set) var values: [String] = []
  private(set) var exactBytes: [UInt8] = []
  private var valueNumbers: [String: Int] = [:]

  /// How a form is written in its file.
  struct Shape: OptionSet {
    let rawValue: UInt32
    /// Any word that ends so.
    static let openStart = Shape(rawValue: 1)
    /// Any word that begins so.
    static let openEnd = Shape(rawValue: 2)
    /// The second part of a split verb, which means nothing alone.
    static let gapEnd = Shape(rawValue: 4)
    /// As written, case counts.
    static let exact = Shape(rawValue: 8)
  }

  var count: Int { numbers.count / 3 }

  @inline(__always) func cue(_ form: Int) -> Cue { Cue.all[Int(numbers[form * 3] & 0xFF)] }
  @inline(__always) func shape(_ form: Int) -> Shape { Shape(rawValue: numbers[form * 3] >> 8 & 0xFF) }

  func value(_ form: Int) -> String? {
    let number = Int(numbers[form * 3] >> 16)
    return number == 0 ? nil : values[number - 1]
  }

  /// The number of the form that has to follow within a few words.
  @inline(__always) func gapEnd(_ form: Int) -> Int? {
    let number = Int(numbers[form * 3 + 1])
    return number == 0 ? nil : number - 1
  }

  func exact(_ form: Int) -> ArraySlice<UInt8> {
    let number = Int(numbers[form * 3 + 2])
    return exactBytes[(number >> 8)..<((number >> 8) + (number & 0xFF))]
  }

  mutating func append(_ cue: Cue, _ value: String?, _ shape: Shape, exact: [UInt8], gapEnd: Int?) {
    var valueNumber = 0
    if let value {
      valueNumber = valueNumbers[value] ?? values.count + 1
      if valueNumber > values.count { values.append(value) }
      valueNumbers[value] = valueNumber
    }
    numbers.append(UInt32(cue.index) | shape.rawValue << 8 | UInt32(valueNumber) << 16)
    numbers.append(UInt32((gapEnd ?? -1) + 1))
    numbers.append(UInt32(exactBytes.count << 8 | exact.count))
    exactBytes += exact
  }
}

extension PackedForms {
  init(from reader: inout TableReader) {
    numbers = reader.numbers()
    values = reader.strings()
    exactBytes = reader.bytes()
  }

  func write(to writer: inout TableWriter) {
    writer.write(numbers)
    writer.write(values)
    writer.write(exactBytes)
  }
}
