import Facts
import Finding
import Lexicon

/// Who a figure or an event can be about.
struct SubjectCandidate {
  var key: EntityKey
  var features: [Float]
  /// The mention nearest to the anchor.
  var mention: Int?
}

/// Lists the makers and models that an anchor can belong to, with what speaks for each.
struct SubjectCandidates {
  let scene: Scene

  /// How many sentences back a subject may lie.
  static let reach = 9

  /// All candidates of an anchor.
  ///
  /// `whole` adds the whole market.
  func list(_ anchor: Anchor, kind: FactKind, whole: Bool, anchorVector: [Float]) -> [SubjectCandidate] {
    let m = scene.mentions
    var order: [EntityKey] = []
    var geometry: [EntityKey: PairGeometry] = [:]
    var isImplied: [EntityKey: Bool] = [:]
    var nearestMention: [EntityKey: (Float, Int)] = [:]
    let sentenceNames = scene.names[anchor.sentence]
    let rivals = sentenceNames.map { m.names[$0].token..<m.names[$0].tokenEnd }
    var makerOrder = 0
    var modelOrder = 0
    var recency: [EntityKey] = []
    let first = max(0, anchor.sentence - SubjectCandidates.reach)
    for sentence in first...anchor.sentence {
      if sentence < anchor.sentence, !scene.isBody(sentence) { continue }
      makerOrder = 0
      modelOrder = 0
      for i in scene.names[sentence] {
        let name = m.names[i]
        let index = name.sort == .maker ? makerOrder : modelOrder
        if name.sort == .maker { makerOrder += 1 } else { modelOrder += 1 }
        var keys = [(name.key, false)]
        if name.model != nil { keys.append((EntityKey(maker: name.maker, model: nil), true)) }
        if name.sort == .variant, let base = name.base {
          keys.append((EntityKey(maker: name.maker, model: base), true))
        }
        for (key, implied) in keys {
          if geometry[key] == nil { order.append(key) }
          geometry[key, default: PairGeometry()].add(
            scene, anchor, first: name.token, end: name.tokenEnd, rivals: rivals, order: index)
          isImplied[key] = (isImplied[key] ?? true) && implied
          let d =
            sentence == anchor.sentence
            ? abs(scene.distance(anchor, name.token, name.tokenEnd))
            : Scene.far * Float(anchor.sentence - sentence + 1) - Float(name.token) * 0.001
          if d < nearestMention[key]?.0 ?? .infinity { nearestMention[key] = (d, i) }
        }
        if sentence < anchor.sentence || name.tokenEnd <= anchor.token {
          for (key, _) in keys {
            recency.removeAll { $0 == key }
            recency.append(key)
          }
        }
      }
    }
    // A variant without its model may belong to any model named lately, not only the last.
    var alternates: [EntityKey: EntityKey] = [:]
    for i in sentenceNames where m.names[i].sort == .variant {
      let name = m.names[i]
      guard let variant = name.variant else { continue }
      for base in bases(before: name.token, anchor.sentence) {
        let key = EntityKey(maker: base.maker, model: (base.model ?? "") + " " + variant)
        alternates[key] = base
        guard geometry[key] == nil else { continue }
        order.append(key)
        geometry[key, default: PairGeometry()].add(
          scene, anchor, first: name.token, end: name.tokenEnd, rivals: rivals, order: 0)
        isImplied[key] = false
        nearestMention[key] = (abs(scene.distance(anchor, name.token, name.tokenEnd)), i)
      }
    }
    for key in scene.titleKeys.sorted() where geometry[key] == nil {
      order.append(key)
      geometry[key] = PairGeometry()
      isImplied[key] = false
    }
    // The maker that the article names most is never far.
    if let main = scene.mainMaker, geometry[main] == nil {
      order.append(main)
      geometry[main] = PairGeometry()
      isImplied[main] = false
    }
    let makersRecent = recency.reversed().filter { $0.model == nil }
    let modelsRecent = recency.reversed().filter { $0.model != nil }
    let run = scene.run(of: anchor)
    let valueRun: [Float] = [Float(min(9, run?.length ?? 0)), Float(min(9, run?.index ?? 0))]
    let shared = sharedFeatures(anchor, anchorVector)
    let sort = scene.number(at: anchor).map { m.numbers[$0].sort }
    let sameSort = scene.numbers[anchor.sentence].filter { i in
      sort.map { ValueCandidates.alike(m.numbers[i].sort, $0) } ?? false
    }
    let valueOrder = Float(sameSort.firstIndex { scene.numberTokens[$0].lowerBound == anchor.token } ?? -1)
    let bodiesHere = scene.cues[anchor.sentence].compactMap { SubjectCandidates.body(m.cues[$0].cue) }
    let makersHere = Set(sentenceNames.map { m.names[$0].maker })
    let modelsHere = Set(sentenceNames.filter { m.names[$0].model != nil }.map { m.names[$0].key })
    let nearest = sentenceNames.filter { m.names[$0].tokenEnd <= anchor.token }.last ?? sentenceNames.first
    let context = scene.nameContext
    let bodyNear = self.bodyNear(anchor)
    let before = NamesBefore(scene, anchor.sentence)
    let alternation = Alternation(scene, anchor)
    var out: [SubjectCandidate] = []
    for key in order {
      let g = geometry[key] ?? PairGeometry()
      let mention = nearestMention[key]?.1
      let name = mention.map { m.names[$0] }
      var f = FactKind.allCases.map { Float($0 == kind ? 1 : 0) }
      let known = key.model.flatMap {
        scene.catalogue.model(named: ModelName(manufacturer: key.maker, model: name?.base ?? $0))
      }
      let maker = scene.catalogue.maker(named: key.maker)
      let isVariant = key.model != nil && name?.base != nil && name?.base != key.model
      let base = alternates[key]
      f += [
        key.model == nil ? 1 : 0, key.model != nil ? 1 : 0, isVariant ? 1 : 0, 0,
        isImplied[key] == true ? 1 : 0, maker?.isGroup == true ? 1 : 0,
        name?.isKnown == true ? 1 : 0, known?.isCombustion == true ? 1 : 0,
      ]
      f += g.vector
      let like = key.model == nil ? makersHere.count : modelsHere.count
      let rank = key.model == nil ? makersRecent.firstIndex(of: key) : modelsRecent.firstIndex(of: key)
      f += [
        key.model == nil ? Float(rank ?? 20) : 20, key.model != nil ? Float(rank ?? 20) : 20,
        scene.titleKeys.contains(key) ? 1 : 0,
        Float(min(30, scene.salience[key] ?? 0)), Float(min(20, scene.salienceRanks[key] ?? 20)),
        valueOrder, valueOrder == g.order ? 1 : 0,
        sameSort.count == like ? 1 : 0, Float(like),
      ]
      f += shared
      let bodyHere = known?.body != nil && bodiesHere.contains { $0 == known?.body }
      let home = scene.markets[anchor.sentence].contains {
        m.markets[$0].code == maker?.country && m.markets[$0].place != .name
      }
      let sentence = m.sentences[anchor.sentence]
      let firstHere =
        sentenceNames.first.map {
          m.names[$0].key == key || EntityKey(maker: m.names[$0].maker, model: nil) == key
        } ?? false
      f += [
        known?.body == nil ? 0.5 : bodyHere ? 1 : 0, home ? 1 : 0,
        makersHere.contains(maker?.owner ?? "-") ? 1 : 0,
        key.model == nil && modelsHere.contains { $0.maker == key.maker } ? 1 : 0, Float(makersHere.count),
        Float(modelsHere.count), firstHere ? 1 : 0,
        isFirstOfParagraph(key, sentence.paragraph) ? 1 : 0,
        name.map { $0.token == sentence.first } == true ? 1 : 0, Float(scene.depth[anchor.token]),
        nearest.map { m.names[$0].key == key } == true ? 1 : 0,
        nearest.map { m.names[$0].maker == key.maker } == true ? 1 : 0,
        recency.last == key ? 1 : 0, makersHere.count == 1 && makersHere.contains(key.maker) ? 1 : 0,
        base.map { b in Float(modelsRecent.firstIndex(of: b) ?? 15) } ?? -1,
        base.map { scene.titleKeys.contains($0) ? 1 : 0 } ?? -1,
        base.map { Float(min(20, scene.salience[$0] ?? 0)) } ?? -1,
      ]
      let isHere = mention.map { scene.sentenceOf[m.names[$0].token] == anchor.sentence } ?? false
      let owns =
        key.model == nil
        && makersRecent.contains { scene.catalogue.maker(named: $0.maker)?.owner == key.maker }
      f += [owns ? 1 : 0, name.map { isHyphenated($0) } == true ? 1 : 0]
      f += Scene.alignment(run, isHere ? mention.map { scene.nameRuns[$0] } : nil) + valueRun
      f += mention.map { [context.rival[$0], context.owner[$0], context.maker[$0]] } ?? [9, 9, 9]
      f += [
        mention.map { context.leadsToModel[$0] } == true ? 1 : 0,
        bodyFits(key, known?.body, bodyNear),
      ]
      f += before.features(key)
      f += alternation.features(isHere ? mention : nil)
      out.append(SubjectCandidate(key: key, features: f, mention: mention))
    }
    if whole {
      var f = FactKind.allCases.map { Float($0 == kind ? 1 : 0) }
      f += [0, 0, 0, 1, 0, 0, 0, 0] + PairGeometry().vector
      f += [20, 20, 0, 0, 20, valueOrder, 0, 0, 0]
      f += shared
      f += [
        0, 0, 0, 0, Float(makersHere.count), Float(modelsHere.count), 0, 0, 0,
        Float(scene.depth[anchor.token]), 0, 0, 0, 0, -1, -1, -1,
      ]
      f += [0, 0]
      f += Scene.alignment(run, nil) + valueRun + [9, 9, 9, 0, 0] + before.features(nil)
      f += alternation.features(nil)
      out.append(SubjectCandidate(key: EntityKey(maker: "", model: nil), features: f, mention: nil))
    }
    return out
  }

  /// "the Geely-Tochter", "Ford-Fabrik": a name that only begins a longer word.
  private func isHyphenated(_ name: NameMention) -> Bool {
    let s = scene.mentions.text.bytes
    return name.end + 1 < s.count && s[name.end] == 0x2D && Letters.sort(s, name.end + 1).0 == .letter
  }

  /// The candidate whose place in its list is that of the value in its own: "A, B and C sold 1, 2 and 3".
  func aligned(_ anchor: Anchor, _ list: [SubjectCandidate]) -> Int? {
    guard let run = scene.run(of: anchor), run.length > 1 else { return nil }
    let fitting = list.indices.filter { i in
      guard let mention = list[i].mention, list[i].features[SubjectCandidates.isImplied] == 0 else {
        return false
      }
      let other = scene.nameRuns[mention]
      return scene.sentenceOf[scene.mentions.names[mention].token] == anchor.sentence
        && scene.answers(other, to: run, anchor) && scene.mentions.names[mention].key == list[i].key
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private static let isImplied = FactKind.allCases.count + 4

  /// The models without variants named before a token, the latest first, at most four.
  private func bases(before token: Int, _ sentence: Int) -> [EntityKey] {
    var out: [EntityKey] = []
    for name in scene.mentions.names.reversed()
    where name.sort == .model && name.token < token
      && scene.sentenceOf[name.token] >= sentence - SubjectCandidates.reach
    {
      let key = EntityKey(maker: name.maker, model: name.base ?? name.model)
      if !out.contains(key) { out.append(key) }
      if out.count == 4 { break }
    }
    return out
  }

  /// The body named nearest to the anchor in its sentence, those before it first.
  private func bodyNear(_ anchor: Anchor) -> BodyType? {
    var best: (distance: Float, body: BodyType)?
    for i in scene.cues[anchor.sentence] {
      let cue = scene.mentions.cues[i]
      guard let body = SubjectCandidates.body(cue.cue), cue.token != anchor.token else { continue }
      let d = scene.distance(anchor, cue.token, cue.tokenEnd)
      let distance = d <= 0 ? -d : 2 * d + 4
      if distance < best?.distance ?? 20 { best = (distance, body) }
    }
    return best?.body
  }

  /// Whether a model has the body that stands near the figure: 1 yes, -1 another, 0 where either is not known.
  private func bodyFits(_ key: EntityKey, _ known: BodyType?, _ near: BodyType?) -> Float {
    guard key.model != nil, let near, let own = scene.nameContext.bodies[key] ?? known else { return 0 }
    return own == near ? 1 : -1
  }

  /// The cues that name a body.
  private static let bodyCues = AnchorFeatures.near.filter { body($0) != nil }

  /// The body that a cue names.
  static func body(_ cue: Cue) -> BodyType? {
    switch cue {
    case .sedan: .sedan
    case .suv: .suv
    case .hatchback: .hatchback
    case .wagon: .wagon
    case .coupe: .coupe
    case .mpv: .mpv
    case .pickup: .pickup
    case .van: .van
    case .roadster: .roadster
    default: nil
    }
  }

  private func isFirstOfParagraph(_ key: EntityKey, _ paragraph: Int) -> Bool {
    guard let first = scene.firstNames[paragraph] else { return false }
    return first.key == key || (key.model == nil && first.maker == key.maker)
  }

  private func sharedFeatures(_ anchor: Anchor, _ vector: [Float]) -> [Float] {
    func at(_ cue: Cue, _ side: AnchorFeatures.Side) -> Float {
      AnchorFeatures.distance(cue, side, in: vector)
    }
    let variantNear = scene.names[anchor.sentence].contains { scene.mentions.names[$0].sort == .variant }
    return [
      at(.refMaker, .before), at(.refMaker, .after), at(.refModel, .before), at(.refModel, .after),
      at(.refIts, .before),
      at(.refFirst, .before), at(.refSecond, .before),
      SubjectCandidates.bodyCues.map { at($0, .before) }.min() ?? Scene.far,
      SubjectCandidates.bodyCues.map { at($0, .after) }.min() ?? Scene.far,
      at(.wholemarket, .before), at(.wholemarket, .after),
      at(.electric, .before), at(.electric, .after), at(.than, .before), variantNear ? 1 : 0,
    ]
  }
}
