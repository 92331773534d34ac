import Facts
import Lexicon

/// Numbers in digits: "130 000", "1,2 Mio.", "13万", "16,49,000".
extension NumberFinder {
  func digits(at t: Int) -> (NumberMention, Int)? {
    let s = text.bytes
    let token = tokens[t]
    guard token.sort == .number || token.sort == .mixed, Letters.isDigit(s[token.start]) else { return nil }
    // "SU7", "F-150", "e-208", "ID.3": digits that belong to a name.
    if t > 0, !token.spaceBefore {
      let before = tokens[t - 1]
      let mark = s[before.start]
      if before.sort == .word || before.sort == .mixed { return nil }
      if before.sort == .mark, before.end - before.start == 1, mark == 0x2D || mark == 0x2E || mark == 0x27,
        !before.spaceBefore, t > 1,
        tokens[t - 2].sort == .word || tokens[t - 2].sort == .mixed
      {
        return nil
      }
    }
    var digits: [UInt8] = []
    var i = token.start
    while i < token.end, Letters.isDigit(s[i]) {
      digits.append(s[i])
      i += 1
    }
    var next = t + 1
    var formatted = false
    var decimals: [UInt8] = []
    if token.sort == .mixed {
      // "130k", "48m", "500km": letters that are a multiplier or a unit, else a name or code.
      let tail = Array(s[i..<token.end])
      guard isUnitOrMultiplier(tail) else { return nil }
      return finish(digits, decimals, start: token.start, end: i, next: next, tail: tail, formatted: false)
    }
    // Further groups of three.
    let leading = digits.count
    var grouped = false
    if leading <= 3 {
      var mark: UInt8?
      while i < s.count {
        guard let (size, groupMark) = groupMark(s, i), mark == nil || mark == groupMark || mark == 0x27 else {
          break
        }
        let from = i + size
        guard from + 3 <= s.count, s[from..<from + 3].allSatisfy(Letters.isDigit) else { break }
        if from + 3 < s.count, Letters.isDigit(s[from + 3]) { break }
        if groupMark == 0x20, !canGroupByBlank(s, from + 3, leading: leading, groups: grouped) { break }
        // The decimal mark of the language with three digits behind it is a decimal fraction only with a multiplier after it.
        digits += s[from..<from + 3]
        mark = groupMark
        grouped = true
        formatted = true
        i = from + 3
      }
    }
    // Indian groups: 16,49,000.
    if !grouped, leading <= 2, let (value, end) = indianGroups(s, token.start) {
      digits = value
      i = end
      formatted = true
    }
    if i + 1 < s.count, s[i] == decimalMark || (s[i] == 0x2E && decimalMark == 0x2C && !grouped),
      Letters.isDigit(s[i + 1])
    {
      var j = i + 1
      while j < s.count, Letters.isDigit(s[j]) {
        decimals.append(s[j])
        j += 1
      }
      // "10.30", "13.11.2025" are times and dates.
      if j < s.count, s[j] == 0x2E || s[j] == 0x3A, j + 1 < s.count, Letters.isDigit(s[j + 1]) { return nil }
      i = j
      formatted = true
    }
    if i < s.count, s[i] == 0x3A, i + 1 < s.count, Letters.isDigit(s[i + 1]) { return nil }
    if token.start > 0, s[token.start - 1] == 0x3A, token.start > 1, Letters.isDigit(s[token.start - 2]) {
      return nil
    }
    var tail: [UInt8] = []
    while next < tokens.count, tokens[next].start < i { next += 1 }
    var end = i
    // The last group of digits may run into letters: "1.5m", "2,5k".
    if i < s.count, Letters.isASCIILetter(s[i]) {
      var j = i
      while j < s.count, Letters.sort(s, j).0 == .letter || Letters.sort(s, j).0 == .digit {
        j += Letters.sort(s, j).1
      }
      tail = Array(s[i..<j])
      guard isUnitOrMultiplier(tail) else { return nil }
      end = i
      while next < tokens.count, tokens[next].start < j { next += 1 }
    }
    return finish(
      digits, decimals, start: token.start, end: end, next: next, tail: tail, formatted: formatted)
  }

  func groupMark(_ s: [UInt8], _ i: Int) -> (Int, UInt8)? {
    let b = s[i]
    if b == 0x27 { return (1, b) }
    if thousandsMarks.contains(b), b != 0x20 { return (1, b) }
    if b == 0x20 { return (1, b) }
    // A full stop or comma that is not the language's decimal mark parts thousands in any text.
    if b == 0x2C || b == 0x2E, b != decimalMark { return (1, b) }
    return nil
  }

  /// "17 030 cars" yes, "Model 3 500 km", "2 300 km": a blank parts thousands where the language writes so or the whole has five digits or more.
  func canGroupByBlank(_ s: [UInt8], _ end: Int, leading: Int, groups: Bool) -> Bool {
    if thousandsMarks.contains(0x20) || groups { return true }
    return leading >= 2
  }

  func indianGroups(_ s: [UInt8], _ start: Int) -> ([UInt8], Int)? {
    var digits: [UInt8] = []
    var i = start
    while i < s.count, Letters.isDigit(s[i]), digits.count < 2 {
      digits.append(s[i])
      i += 1
    }
    var twos = 0
    while i + 2 < s.count, s[i] == 0x2C, Letters.isDigit(s[i + 1]), Letters.isDigit(s[i + 2]),
      i + 3 < s.count, s[i + 3] == 0x2C
    {
      digits += s[i + 1...i + 2]
      i += 3
      twos += 1
    }
    guard twos > 0, i + 3 < s.count, s[i] == 0x2C, s[i + 1...i + 3].allSatisfy(Letters.isDigit) else {
      return nil
    }
    return (digits + s[i + 1...i + 3], i + 4)
  }

  func isUnitOrMultiplier(_ tail: [UInt8]) -> Bool {
    switch String(decoding: tail, as: UTF8.self) {
    case "k", "m", "bn", "mn", "km", "mi", "mila", "mil", "€", "kw", "kwh", "ps", "hp", "kg", "gwh", "v",
      "mm", "cm", "mph", "cr", "er", "th", "st", "nd", "rd", "ème", "e":
      true
    default: false
    }
  }

  func finish(
    _ digits: [UInt8], _ decimals: [UInt8], start: Int, end: Int, next: Int, tail: [UInt8], formatted: Bool
  ) -> (NumberMention, Int)? {
    guard digits.count <= 15 else { return nil }
    var value = 0.0
    for d in digits { value = value * 10 + Double(d - 0x30) }
    if !decimals.isEmpty {
      var fraction = 0.0
      var scale = 1.0
      for d in decimals.prefix(12) {
        fraction = fraction * 10 + Double(d - 0x30)
        scale *= 10
      }
      value += fraction / scale
    }
    var number = NumberMention(
      start: start, end: end, outerStart: start, outerEnd: end, value: value, valueMax: nil, sort: .plain,
      isWord: false,
      hasMultiplier: false,
      looksLikeYear: !formatted && digits.count == 4 && value >= 1900 && value < 2100, isFormatted: formatted)
    let letters = String(decoding: tail, as: UTF8.self)
    switch letters {
    case "": break
    case "k", "mila", "mil": apply(1000, tail.count, to: &number)
    case "m", "mn": apply(1_000_000, tail.count, to: &number)
    case "bn": apply(1_000_000_000, tail.count, to: &number)
    case "cr": apply(10_000_000, tail.count, to: &number)
    case "km": number.sort = .distance("km")
    case "mi": number.sort = .distance("mi")
    case "er", "th", "st", "nd", "rd", "ème", "e": return nil
    default: number.sort = .other
    }
    if !letters.isEmpty {
      number.looksLikeYear = false
      number.outerEnd = end + tail.count
      if number.hasMultiplier { number.end = number.outerEnd }
      guard case .plain = number.sort, number.hasMultiplier else { return (number, next) }
    }
    let after = multipliers(&number, from: next)
    return (number, after)
  }

  func apply(_ factor: Double, _ length: Int, to number: inout NumberMention) {
    number.value = NumberFinder.rounded(number.value * factor)
    number.hasMultiplier = true
  }

  /// "1,2 Mio.", "1.5 lakh", "13万": multipliers behind a number, also two ("3 hundred thousand").
  func multipliers(_ number: inout NumberMention, from next: Int) -> Int {
    var t = next
    for _ in 0..<2 {
      guard t < tokens.count else { break }
      var at = t
      // "16 million", "16-million"
      if text.bytes[tokens[t].start] == 0x2D, !tokens[t].spaceBefore, t + 1 < tokens.count { at = t + 1 }
      guard let match = cue(.numberMultiplier, at: at), let factor = match.value.flatMap(Double.init) else {
        break
      }
      if tokens[at].start - number.end > 2 { break }
      number.value = NumberFinder.rounded(number.value * factor)
      number.hasMultiplier = true
      number.factor *= factor
      number.looksLikeYear = false
      number.end = match.end
      number.outerEnd = match.end
      t = match.tokenEnd
      // "4万5000", "168 mil 800": what is left of the multiplier follows in digits.
      if factor >= 1000, t < tokens.count, tokens[t].sort == .number, let rest = plainValue(t), rest < factor,
        isRest(t, match, factor)
      {
        number.value += rest
        number.end = tokens[t].end
        number.outerEnd = tokens[t].end
        return t + 1
      }
    }
    return t
  }

  func plainValue(_ t: Int) -> Double? {
    guard tokens[t].end - tokens[t].start <= 4 else { return nil }
    return text.bytes[tokens[t].start..<tokens[t].end].reduce(0.0) { $0 * 10 + Double($1 - 0x30) }
  }

  func isRest(_ t: Int, _ match: CueMention, _ factor: Double) -> Bool {
    let length = tokens[t].end - tokens[t].start
    let next =
      t + 1 < tokens.count && !tokens[t + 1].spaceBefore
      && [0x2C, 0x2E].contains(text.bytes[tokens[t + 1].start]) && t + 2 < tokens.count
      && tokens[t + 2].sort == .number && !tokens[t + 2].spaceBefore
    if next { return false }
    // In Chinese the digits follow directly; elsewhere three digits behind a thousand.
    if tokens[match.token].sort == .ideograph { return tokens[t].start == match.end && length >= 3 }
    return factor == 1000 && length == 3 && tokens[t].start - match.end == 1
  }
}
