import Facts
import Lexicon

/// What speaks for a word's being a model's name.
extension WordNameView {
  /// The features of a word with these places.
  func features(_ key: [UInt8], _ places: [Range<Int>]) -> [Float] {
    var shares = [Float](repeating: 0, count: PlaceClue.allCases.count)
    for place in places {
      for clue in clues(place) { shares[clue.rawValue] += 1 }
    }
    let any: [Float] = shares.map { $0 > 0 ? 1 : 0 }
    let count = Float(places.count)
    let first = places[0]
    let title = finder.titleContext
    let models = Set(names.compactMap { $0.model == nil ? nil : $0.key })
    let last = key.last ?? 0
    let isAllCapitals = first.allSatisfy(finder.isAllCapitals)
    let nearest = names.last { $0.token < first.lowerBound && $0.sort != .variant }
    var whole: [Float] = [
      min(8, count), title.text.firstRange(of: key) != nil ? 1 : 0, finder.occursSmall(key) ? 1 : 0,
      Float(min(20, key.count)), Float(first.count),
      first.contains { finder.tokens[$0].sort == .mixed } ? 1 : 0, isAllCapitals ? 1 : 0,
      finder.tokens[first.upperBound - 1].sort == .number ? 1 : 0, Float(min(10, makers.count)),
      Float(min(12, models.count)), Float(min(3, Set(unknown.map(\.maker)).count)),
      Float(min(3, title.makers.count)), title.topic == nil ? 0 : 1,
      [0x61, 0x65, 0x69, 0x6F, 0x75].contains(last) ? 1 : 0,
      Float(first.lowerBound) / Float(max(1, finder.tokens.count)), evidence(places),
      nearest.map { Float(min(30, first.lowerBound - $0.token)) } ?? 40,
      key.allSatisfy { $0 < 0x80 } ? 1 : 0,
    ]
    whole += meanings(first)
    for language in [LanguageCode.german, .english, .french, .italian, .spanish, .chinese] {
      whole.append(finder.language == language ? 1 : 0)
    }
    return shares.map { $0 / count } + any + whole
  }

  /// What else the word means: in the language, in the catalogue.
  private func meanings(_ place: Range<Int>) -> [Float] {
    let t = place.lowerBound
    let end = finder.tokens[t].end
    var isMarket: Float = 0
    var isBlocked: Float = 0
    var isModel: Float = 0
    finder.catalogue.forEachName(in: finder.text, at: finder.tokens[t].start) { last, entry in
      guard last >= end else { return }
      switch entry {
      case .market: isMarket = 1
      case .nothing: isBlocked = 1
      case .model: isModel = 1
      case .maker: break
      }
    }
    let cues = (finder.cuesAt[t] ?? []).filter { $0.end >= end }
    return [
      cues.isEmpty ? 0 : 1, finder.isNumberName(t) ? 1 : 0, finder.dateTokens.contains(t) ? 1 : 0, isMarket,
      isBlocked, isModel, finder.orphanShape(t) == nil ? 0 : 1,
    ]
  }

  /// The points that the rules for words of unknown makers give.
  private func evidence(_ places: [Range<Int>]) -> Float {
    var evidence = NameFinder.WordEvidence()
    for place in places {
      let maker = name(endingAt: place.lowerBound).flatMap { $0.sort == .maker ? $0 : nil }
      finder.weigh(place.lowerBound, maker, &evidence)
    }
    return Float(evidence.sum)
  }

  /// What is seen of one place.
  private func clues(_ place: Range<Int>) -> [PlaceClue] {
    let t = place.lowerBound
    let end = place.upperBound
    var out: [PlaceClue] = []
    func add(_ clue: PlaceClue, _ holds: @autoclosure () -> Bool) { if holds() { out.append(clue) } }
    let f = finder
    let tokens = f.tokens
    func mark(_ t: Int) -> UInt8 {
      tokens.indices.contains(t) && tokens[t].sort == .mark ? f.text.bytes[tokens[t].start] : 0
    }
    let isLed = t > 0 && f.sameLine(t - 1, t)
    if isLed {
      let before = f.folded(t - 1)
      let isArticle = f.isArticle(t - 1)
      add(.article, isArticle)
      add(.determiner, !isArticle && f.isDeterminer(t - 1))
      add(.owned, f.isOwned(t))
      if let body = f.body(before: t) { add(body.cue == .refModel ? .kindBefore : .bodyBefore, true) }
      add(.describedBefore, f.isDescribed(t - 1) || endsCue(t, [.next, .electric, .refFirst, .refSecond]))
      add(.behindMaker, name(endingAt: t)?.sort == .maker)
      add(.appositionBefore, (isArticle || f.isOwned(t)) && f.isApposition(before: t - 1))
      add(.naming, NameFinder.naming.contains(before))
      add(.capitalBefore, f.isNext(t) && tokens[t - 1].isCapital && !taken.contains(t - 1))
      add(.placing, NameFinder.placing.contains(before))
      add(.placed, isArticle && f.isPlaced(t - 1))
      add(.possessorBefore, ["of", "von", "de", "di", "du", "del", "des", "der", "的"].contains(before))
      add(.comparedBefore, endsCue(isArticle ? t - 1 : t, [.refRival, .than]))
      add(.makerWordBefore, endsCue(t, [.refMaker, .refOwner, .group]))
      add(.showingBefore, f.makes(before: isArticle ? f.articleToken(t - 1) : t))
      add(.quoted, [0x22, 0x27].contains(mark(t - 1)) || ["«", "„", "“", "「", "‘", "»"].contains(before))
      add(.bracketed, mark(t - 1) == 0x28)
      add(.commaBefore, mark(t - 1) == 0x2C)
    }
    add(.appositionBehind, f.isApposition(behind: end))
    add(.copula, end < tokens.count && f.isCopula(end))
    add(.priceNear, nearCue(end, [.price, .priceStart, .currencySymbol]))
    add(
      .verbNear,
      nearCue(
        end,
        [
          .plan, .past, .launch, .unveil, .presale, .delivery, .production, .weakMilestone, .discontinue,
          .measureSales, .target,
        ]))
    let here = holds[sentence[t]]
    add(.milestoneHere, here.contains(.milestone))
    add(.amountHere, here.contains(.amount))
    add(.rangeHere, here.contains(.range))
    add(.countHere, here.contains(.count))
    add(.dateHere, here.contains(.date))
    add(.modelHere, here.contains(.model))
    add(.makerHere, here.contains(.maker))
    add(.listedWithModel, isListedWithModel(place))
    add(.opensSentence, f.beginsSentence(t))
    add(.opensLine, !isLed)
    add(.cited, f.isCited(t))
    add(.endsPhrase, f.endsPhrase(end))
    if end < tokens.count, f.sameLine(end - 1, end) {
      add(.capitalBehind, f.isNext(end) && tokens[end].isCapital && !taken.contains(end))
      add(.numberBehind, tokens[end].sort == .number || tokens[end].sort == .mixed)
      add(.variantBehind, beginsCue(end, [.variant, .refVersion]))
      add(.commaBehind, mark(end) == 0x2C)
      add(.hyphenBehind, mark(end) == 0x2D && !tokens[end].spaceBefore)
      add(.suffixBehind, f.isBeforeSuffix(end - 1))
      add(.bodyBehind, (f.cuesAt[end] ?? []).contains { f.isBody($0.cue) || $0.cue == .refModel })
      add(
        .genitive,
        mark(end) == 0x27 && !tokens[end].spaceBefore && f.folded(end + 1) == "s"
          && !(tokens.indices.contains(end + 1) && tokens[end + 1].spaceBefore))
      add(.listLine, mark(end) == 0x3A || mark(end) == 0x28 || mark(end) == 0x2D && tokens[end].spaceBefore)
      add(.citeNear, nearCue(end, [.cite, .thirdparty]))
      add(.plantNear, nearCue(end, [.plant, .outletStore, .capacity, .refMaker, .group]))
    }
    return out
  }

  private func endsCue(_ t: Int, _ cues: Set<Cue>) -> Bool {
    (max(0, t - 4)..<max(0, t)).contains { at in
      (finder.cuesAt[at] ?? []).contains { $0.tokenEnd == t && cues.contains($0.cue) }
    }
  }

  private func beginsCue(_ t: Int, _ cues: Set<Cue>) -> Bool {
    (finder.cuesAt[t] ?? []).contains { cues.contains($0.cue) }
  }

  private func nearCue(_ t: Int, _ cues: Set<Cue>) -> Bool {
    (t..<min(finder.tokens.count, t + 4)).contains { at in
      finder.sameLine(t - 1, at) && beginsCue(at, cues)
    }
  }
}
