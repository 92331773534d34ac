import Facts
import Finding
import Lexicon

/// What a date may mean for a fact.
extension PeriodCandidates {
  struct Reading {
    var period: Period?
    /// The date as it is read.
    var spec: DateSpec
    var closed = false
    var turned = false
    var toDate = false
  }

  /// What a date may mean: as it stands, without its bound ("since March" of an event is March), in the other direction of time
  /// where it names no year, and from the beginning of its year ("sold by the end of May").
  func readings(_ i: Int, _ kind: FactKind, _ direction: DateSpec.Direction) -> [Reading] {
    let spec = scene.mentions.dates[i].spec
    let isEvent = kind == .launch || kind == .marketEntry
    var out: [Reading] = []
    func add(
      _ read: DateSpec, _ direction: DateSpec.Direction, closed: Bool, turned: Bool, as shown: DateSpec? = nil
    ) {
      let period = resolve(read, i, direction)
      if turned, out.contains(where: { $0.period == period }) { return }
      out.append(Reading(period: period, spec: shown ?? spec, closed: closed, turned: turned))
    }
    let isOpenStart = spec.bound == .from || spec.bound == .since
    if !(isEvent && isOpenStart) { add(spec, direction, closed: false, turned: false) }
    var bare = spec
    bare.bound = .none
    // "buyers have to wait until spring": it comes in spring.
    if isOpenStart || isEvent && spec.isUntil { add(bare, direction, closed: true, turned: false) }
    if !spec.hasYear, spec.anaphor == nil {
      let read = isEvent && isOpenStart ? bare : spec
      if direction != .past { add(read, .past, closed: false, turned: true) }
      if direction != .future { add(read, .future, closed: false, turned: true) }
    }
    if let year = yearBeside(i, spec) {
      var told = isEvent && isOpenStart ? bare : spec
      told.year = year
      add(told, direction, closed: false, turned: true)
    }
    if let other = running(i, spec, kind) {
      add(other, .past, closed: false, turned: false, as: other)
    }
    // "80 shops at year-end", "19,000 built at the end of June" are counted by then.
    if spec.bound == .none, spec.part == "END",
      direction == .future ? kind == .storeCount || kind == .capacity : kind == .sales && spec.anaphor == nil
    {
      var due = spec
      due.bound = .by
      add(due, direction, closed: false, turned: false, as: due)
    }
    if let period = bothMonths(i, spec, direction) {
      var joined = spec
      joined.spanEnd = [spec]
      out.append(Reading(period: period, spec: joined))
    }
    if spec.isFiscal, let period = fiscalYear(spec) {
      out.append(Reading(period: period, spec: spec, turned: true))
    }
    more(i, spec, kind, direction, &out)
    if kind == .sales, spec.month != nil || spec.quarter != nil, spec.day == nil, spec.spanEnd.isEmpty,
      spec.bound == .by || spec.part == "END"
    {
      bare.part = nil
      if let month = resolve(bare, i, .past)?.last, month.month > 1 {
        let year = Day.padded(month.year, 4)
        let period = Period("\(year)-01/\(year)-\(Day.padded(month.month, 2))")
        out.append(Reading(period: period, spec: spec, toDate: true))
      }
    }
    return out
  }

  /// Readings of single kinds of words.
  private func more(
    _ i: Int, _ spec: DateSpec, _ kind: FactKind, _ direction: DateSpec.Direction, _ out: inout [Reading]
  ) {
    func add(_ read: DateSpec, _ direction: DateSpec.Direction) {
      let period = resolve(read, i, direction)
      if let period, !out.contains(where: { $0.period == period }) {
        out.append(Reading(period: period, spec: spec, turned: true))
      }
    }
    // "im Vorjahr" beside 2024 is 2023.
    if spec.isNextToContext {
      var before = DateSpec()
      before.anaphor = .yearBefore
      add(before, .past)
    }
    // "for the full year" in a report of the first months is the year that is over.
    if let relative = spec.relative, relative == (.year, 0), spec.part == nil, direction == .past,
      kind == .sales,
      let published = scene.article.published, published.month <= 3
    {
      var over = DateSpec()
      over.yearOffset = -1
      add(over, .past)
    }
    // What is counted as of a day is counted up to it.
    if spec.bound == .from, spec.day != nil, direction == .past, kind == .sales || kind == .storeCount {
      var due = spec
      due.bound = .by
      add(due, .past)
    }
    // "4,862 in February, 5,130 in January, in the same month last year …": the first date of the sentence.
    if spec.anaphor == .yearBefore || spec.anaphor == .same,
      let period = farther(i, spec, direction, out.first?.period)
    {
      out.append(Reading(period: period, spec: spec, turned: true))
    }
    // "the following year" behind October 2023 is 2024, not its October.
    if spec.anaphor == .yearAfter || spec.isNextToContext, spec.isPlainReference,
      let year = (spec.anaphor == nil ? out.last : out.first)?.period?.first?.year,
      let whole = Period.year(year),
      !out.contains(where: { $0.period == whole })
    {
      out.append(Reading(period: whole, spec: spec, turned: true))
    }
    // "from the 12th" may be of the month of publication, whatever date stands before.
    if spec.anaphor == .same, let day = spec.day, spec.month == nil, let published = scene.article.published {
      var running = spec
      running.anaphor = nil
      running.day = day
      running.monthOffset = direction == .past && day > published.day ? -1 : 0
      if direction == .future, day < published.day { running.monthOffset = 1 }
      add(running, direction)
    }
    // At the end of December, "in December" is that of the next year.
    if direction == .future, !spec.hasYear, spec.month != nil, spec.day == nil, spec.spanEnd.isEmpty,
      let published = scene.article.published, spec.month == published.month, published.day > 20
    {
      var next = spec
      next.yearOffset = 1
      add(next, .future)
    }
    // A plan for "the last quarter" is for the fourth.
    if let relative = spec.relative, relative == (.quarter, -1), direction == .future {
      var last = DateSpec()
      last.quarter = 4
      add(last, .future)
    }
    // "a yearly target by year-end" is that of the year.
    if spec.bound == .by, kind == .salesTarget || kind == .sales, spec.month == nil,
      let published = scene.article.published,
      let period = resolve(i, direction), period.last?.year == published.year, period.last?.month == 12,
      let year = Period.year(published.year)
    {
      out.append(Reading(period: year, spec: spec, closed: true))
    }
    guard kind == .sales, let published = scene.article.published, published.month > 1 else { return }
    var sinceJanuary = spec.month == 1 && (spec.day ?? 1) == 1 && spec.spanEnd.isEmpty
    if spec.bound != .since, spec.bound != .from { sinceJanuary = false }
    if resolve(i, .past)?.first?.year != published.year { sinceJanuary = false }
    var inMonths = false
    if let relative = spec.relative {
      inMonths = relative.unit == .month && relative.offset == published.month - 1
    }
    if sinceJanuary || inMonths, direction == .past {
      let year = Day.padded(published.year, 4)
      let period = Period("\(year)-01/\(year)-\(Day.padded(published.month - 1, 2))")
      out.append(Reading(period: period, spec: spec, toDate: true))
    }
  }

  /// What the first date of the sentence tells, where it is not the nearest.
  private func farther(_ i: Int, _ spec: DateSpec, _ direction: DateSpec.Direction, _ nearest: Period?)
    -> Period?
  {
    guard let j = (0..<i).first(where: { sentence(of: $0) == sentence(of: i) }), j < i - 1 else { return nil }
    let other = scene.mentions.dates[j].spec
    guard other.anaphor == nil, other.canStand(for: spec), let context = resolve(j, .past) else { return nil }
    let period = spec.period(published: scene.article.published, direction: direction, context: context)
    return period == nearest ? nil : period
  }

  // MARK: Readings beside other words

  /// The year of the date before in the sentence, where this one names none: "in July 2013 …; on 18 September".
  private func yearBeside(_ i: Int, _ spec: DateSpec) -> Int? {
    guard !spec.hasYear, spec.anaphor == nil, spec.turn == nil, spec.weekday == nil || spec.month != nil,
      i > 0
    else { return nil }
    guard sentence(of: i) == sentence(of: i - 1) else { return yearOfParagraph(i) }
    let other = scene.mentions.dates[i - 1].spec
    if !other.hasYear { return yearBeside(i - 1, other) }
    guard other.year != nil || other.yearOffset != nil || other.relative?.unit == .year, other.anaphor == nil
    else {
      return nil
    }
    return resolve(other, i - 1, .nearest).flatMap { ($0.last ?? $0.first)?.year }
  }

  /// The year that a paragraph of a chronicle opens with: "2020. In October they show the Zero."
  private func yearOfParagraph(_ i: Int) -> Int? {
    let sentences = scene.mentions.sentences
    let paragraph = sentences[sentence(of: i)].paragraph
    guard let first = (0..<i).first(where: { sentences[sentence(of: $0)].paragraph == paragraph }),
      let year = scene.mentions.dates[first].spec.year, scene.mentions.dates[first].spec.isQuiet
    else { return nil }
    let start = sentence(of: first)
    let opens = start == 0 || sentences[start - 1].paragraph != paragraph
    let isAlone = sentences[start].end - scene.dateTokens[first].upperBound <= 1
    return opens && isAlone && scene.dateTokens[first].lowerBound == sentences[start].first ? year : nil
  }

  /// A total that runs on from the date: "since it went on sale in October 2023", "came in February, 1,900 since then".
  private func running(_ i: Int, _ spec: DateSpec, _ kind: FactKind) -> DateSpec? {
    guard kind == .sales, spec.bound == .none, spec.anaphor == nil, spec.spanEnd.isEmpty,
      spec.firstCount == nil
    else {
      return nil
    }
    let tokens = scene.dateTokens[i]
    let before = i > 0 ? scene.dateTokens[i - 1].upperBound : 0
    let isRunning = scene.cues[sentence(of: i)].contains { c in
      let cue = scene.mentions.cues[c]
      guard cue.cue == .since else { return false }
      if cue.value == "then" { return cue.token >= tokens.upperBound }
      return cue.token >= before && cue.tokenEnd <= tokens.lowerBound
        && tokens.lowerBound - cue.tokenEnd <= 12
    }
    guard isRunning else { return nil }
    var open = spec
    open.bound = .since
    return open
  }

  /// Two months in a row that are told together: "in January and February".
  private func bothMonths(_ i: Int, _ spec: DateSpec, _ direction: DateSpec.Direction) -> Period? {
    guard i > 0, let month = spec.month, spec.day == nil, spec.spanEnd.isEmpty, spec.bound == .none else {
      return nil
    }
    let other = scene.mentions.dates[i - 1].spec
    let gap = scene.dateTokens[i].lowerBound - scene.dateTokens[i - 1].upperBound
    guard other.month == month - 1, other.day == nil, other.bound == .none, other.spanEnd.isEmpty,
      (1...2).contains(gap),
      scene.cues[sentence(of: i)].contains(where: {
        let cue = scene.mentions.cues[$0]
        return cue.cue == .spanJoin && cue.token == scene.dateTokens[i - 1].upperBound
      })
    else { return nil }
    var first = other
    if first.year == nil, first.yearOffset == nil {
      first.year = spec.year
      first.yearOffset = spec.yearOffset
    }
    first.spanEnd = [spec]
    return resolve(first, i, direction)
  }

  /// The year from April to March where the article is about India, which names it by its end, or Japan, by its beginning.
  private func fiscalYear(_ spec: DateSpec) -> Period? {
    let india = scene.places.count(of: "IN")
    let japan = scene.places.count(of: "JP")
    guard india + japan > 0 else { return nil }
    let start: Int
    if let year = spec.year {
      start = india >= japan ? year - 1 : year
    } else {
      guard let published = scene.article.published else { return nil }
      start = published.year - (published.month < 4 ? 1 : 0) + (spec.yearOffset ?? spec.relative?.offset ?? 0)
    }
    let from = Day.padded(start, 4) + "-04"
    let to = Day.padded(start + 1, 4) + "-03"
    return Period(spec.bound == .by ? "../" + to : from + "/" + to)
  }

  private func sentence(of i: Int) -> Int { scene.sentenceOf[scene.dateTokens[i].lowerBound] }
}

extension DateSpec {
  /// Whether it names neither month nor quarter nor day of its own.
  fileprivate var isPlainReference: Bool {
    month == nil && quarter == nil && half == nil && season == nil && day == nil && year == nil
  }
}
