import Facts
import Lexicon

/// One mention as people and other programs see it: what, where, and what it comes to.
public struct MentionRecord: Sendable, Hashable {
  /// `number`, `amount`, `distance`, `date`, `maker`, `model`, `market` or `cue`.
  public var type: String
  /// The words, as in the text.
  public var text: String
  /// Where they stand, in UTF-8 bytes.
  public var span: SourceSpan
  /// The number.
  public var value: Double?
  /// The upper end of a range.
  public var valueMax: Double?
  /// The unit, or the ISO 4217 code.
  public var unit: String?
  /// The date in normal form.
  public var when: Period?
  /// The maker's canonical name.
  public var manufacturer: String?
  /// The model with its variant; of a variant without its model ("the Max") its own words.
  public var model: String?
  /// The market's code.
  public var market: String?
  /// The cue's class, with its value where it has one: `month=3`.
  public var cue: String?

  /// The mention as a JSON object on one line.
  public var json: String {
    var fields = [
      "\"type\": \(FactJSON.string(type))", "\"text\": \(FactJSON.string(text))", "\"start\": \(span.start)",
      "\"end\": \(span.end)",
    ]
    func add(_ name: String, _ text: String?) {
      if let text { fields.append("\"\(name)\": \(FactJSON.string(text))") }
    }
    if let value { fields.append("\"value\": \(FactJSON.number(value))") }
    if let valueMax { fields.append("\"value_max\": \(FactJSON.number(valueMax))") }
    add("unit", unit)
    add("when", when?.description)
    add("manufacturer", manufacturer)
    add("model", model)
    add("market", market)
    add("cue", cue)
    return "{" + fields.joined(separator: ", ") + "}"
  }
}

extension Mentions {
  /// All mentions in order of their places; dates are resolved against `published`.
  public func records(published: Day?) -> [MentionRecord] {
    var out: [MentionRecord] = []
    func add(_ type: String, _ start: Int, _ end: Int, _ fill: (inout MentionRecord) -> Void) {
      let span = text.span(start, end)
      var record = MentionRecord(
        type: type, text: String(decoding: text.original[span.start..<span.end], as: UTF8.self), span: span)
      fill(&record)
      out.append(record)
    }
    for number in numbers {
      switch number.sort {
      case .amount(let code):
        add("amount", number.outerStart, number.outerEnd) {
          $0.value = number.value
          $0.valueMax = number.valueMax
          $0.unit = code
        }
      case .distance(let unit):
        add("distance", number.outerStart, number.outerEnd) {
          $0.value = number.value
          $0.valueMax = number.valueMax
          $0.unit = unit
        }
      default:
        add("number", number.start, number.end) {
          $0.value = number.value
          $0.valueMax = number.valueMax
          if number.sort == .percent { $0.unit = "%" }
        }
      }
    }
    for date in dates {
      add("date", date.start, date.end) {
        $0.when = date.spec.period(published: published, direction: .nearest, context: nil)
      }
    }
    for name in names {
      add(name.sort == .maker ? "maker" : "model", name.start, name.end) {
        $0.manufacturer = name.maker
        $0.model = name.model ?? name.variant
      }
    }
    for market in markets { add("market", market.start, market.end) { $0.market = market.code } }
    for cue in cues {
      add("cue", cue.start, cue.end) {
        $0.cue = cue.value.map { "\(cue.cue.rawValue)=\($0)" } ?? cue.cue.rawValue
      }
    }
    // A word can stand for the same in several forms of its language's file.
    var seen: Set<MentionRecord> = []
    return out.filter { seen.insert($0).inserted }.sorted {
      ($0.span.start, $0.span.end, $0.type, $0.cue ?? "") < (
        $1.span.start, $1.span.end, $1.type, $1.cue ?? ""
      )
    }
  }
}
