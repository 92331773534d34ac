import Facts
import Finding
import Lexicon

/// What speaks for each maker and model as the subject of an anchor, in the order of ``SubjectCandidates/names``.
struct SubjectFeatures {
  private let scene: Scene
  private let anchor: Anchor
  private let near: SubjectsNear
  /// The features that are the same for all: the kind, and what stands around the anchor.
  private let head: [Float]
  private let shared: [Float]
  private let run: Run?
  private let sameSort: Int
  private let valueOrder: Float
  private let bodiesHere: [BodyType]
  private let bodyNear: BodyType?
  /// The names of makers, and the models, of the anchor's sentence.
  private let makersHere: [Int]
  private let modelsHere: [Int]
  /// The mention of a name before the anchor, else the first of its sentence.
  private let nearest: Int?
  private let before: NamesBefore
  private let alternation: Alternation

  init(_ scene: Scene, _ anchor: Anchor, _ kind: FactKind, _ vector: [Float], _ near: SubjectsNear) {
    let m = scene.mentions
    self.scene = scene
    self.anchor = anchor
    self.near = near
    head = DecisionClasses.kind(kind)
    shared = SubjectFeatures.shared(scene, anchor, vector)
    let number = scene.number(at: anchor)
    run = number.map { scene.numberRuns[$0] }
    var sameSort = 0
    var valueOrder: Float = -1
    if let number {
      let sort = m.numbers[number].sort
      for i in scene.numbers[anchor.sentence] where ValueCandidates.alike(m.numbers[i].sort, sort) {
        if valueOrder < 0, scene.numberTokens[i].lowerBound == anchor.token { valueOrder = Float(sameSort) }
        sameSort += 1
      }
    }
    self.sameSort = sameSort
    self.valueOrder = valueOrder
    bodiesHere = scene.cues[anchor.sentence].compactMap { SubjectCandidates.body(m.cues[$0].cue) }
    bodyNear = SubjectFeatures.bodyNear(scene, anchor)
    var makersHere: [Int] = []
    var modelsHere: [Int] = []
    var nearest: Int?
    for i in scene.names[anchor.sentence] {
      let entity = scene.entities.named[i]
      let maker = scene.entities.makers[entity]
      if !makersHere.contains(maker) { makersHere.append(maker) }
      if m.names[i].model != nil, !modelsHere.contains(entity) { modelsHere.append(entity) }
      if m.names[i].tokenEnd <= anchor.token { nearest = i }
    }
    self.makersHere = makersHere
    self.modelsHere = modelsHere
    self.nearest = nearest ?? scene.names[anchor.sentence].first
    before = NamesBefore(scene, anchor.sentence)
    alternation = Alternation(scene, anchor)
  }

  /// The features of a maker or model.
  func of(_ subject: SubjectsNear.Subject) -> [Float] {
    let (m, entities, context) = (scene.mentions, scene.entities, scene.nameContext)
    let entity = subject.entity
    let key = entities.keys[entity]
    let isModel = key.model != nil
    let mention = subject.mention
    let name = mention.map { m.names[$0] }
    let known = known(entity, key, mention)
    let maker = entities.entries[entity]
    let g = subject.geometry
    var f = head
    f.reserveCapacity(SubjectCandidates.names.count)
    f.add(
      isModel ? 0 : 1, isModel ? 1 : 0, isModel && name?.base != nil && name?.base != key.model ? 1 : 0, 0,
      subject.isImplied ? 1 : 0, maker?.isGroup == true ? 1 : 0, name?.isKnown == true ? 1 : 0,
      known?.isCombustion == true ? 1 : 0)
    g.add(to: &f)
    let like = isModel ? modelsHere.count : makersHere.count
    let rank = Float((isModel ? near.modelsRecent : near.makersRecent).firstIndex(of: entity) ?? 20)
    f.add(
      isModel ? 20 : rank, isModel ? rank : 20, entities.isInTitle[entity] ? 1 : 0,
      Float(min(30, entities.salience[entity])), Float(min(20, entities.ranks[entity] ?? 20)), valueOrder,
      valueOrder == g.order ? 1 : 0, sameSort == like ? 1 : 0, Float(like))
    f.append(contentsOf: shared)
    addSurroundings(entity, isModel: isModel, known, name, to: &f)
    let makerName = entities.makers[entity]
    f.add(flag: !isModel && near.makersRecent.contains { entities.owners[$0] == makerName })
    f.add(flag: name.map(isHyphenated) == true)
    let isHere = mention.map { scene.sentenceOf[m.names[$0].token] == anchor.sentence } ?? false
    addRun(isHere ? mention.map { scene.nameRuns[$0] } : nil, to: &f)
    if let mention {
      f.add(
        context.rival[mention], context.owner[mention], context.maker[mention],
        context.leadsToModel[mention] ? 1 : 0)
    } else {
      f.add(9, 9, 9, 0)
    }
    f.append(bodyFits(key, known?.body))
    before.add(entity, isModel: isModel, to: &f)
    alternation.add(isHere ? mention : nil, to: &f)
    return f
  }

  /// The features of the whole market.
  var ofWhole: [Float] {
    var f = head
    f.reserveCapacity(SubjectCandidates.names.count)
    f.add(0, 0, 0, 1, 0, 0, 0, 0)
    PairGeometry().add(to: &f)
    f.add(20, 20, 0, 0, 20, valueOrder, 0, 0, 0)
    f.append(contentsOf: shared)
    f.add(0, 0, 0, 0, Float(makersHere.count), Float(modelsHere.count), 0, 0, 0)
    f.add(Float(scene.depth[anchor.token]), 0, 0, 0, 0, -1, -1, -1, 0, 0)
    addRun(nil, to: &f)
    f.add(9, 9, 9, 0, 0)
    before.add(nil, isModel: false, to: &f)
    alternation.add(nil, to: &f)
    return f
  }

  /// The other names, bodies and markets of the sentence, seen from a maker or model.
  private func addSurroundings(
    _ entity: Int, isModel: Bool, _ known: CatalogueModel?, _ name: NameMention?, to f: inout [Float]
  ) {
    let entities = scene.entities
    let maker = entities.makers[entity]
    let sentence = scene.mentions.sentences[anchor.sentence]
    let bodyHere = known?.body.map { bodiesHere.contains($0) } ?? false
    let home = entities.homes[entity]
    let isHome = scene.markets[anchor.sentence].contains {
      scene.places.named[$0] == home && scene.mentions.markets[$0].place != .name
    }
    let owner = entities.owners[entity]
    f.add(known?.body == nil ? 0.5 : bodyHere ? 1 : 0, isHome ? 1 : 0, makersHere.contains(owner) ? 1 : 0)
    f.add(flag: !isModel && modelsHere.contains { entities.makers[$0] == maker })
    f.add(Float(makersHere.count), Float(modelsHere.count))
    f.add(flag: scene.names[anchor.sentence].first.map { isOf($0, entity) } ?? false)
    f.add(flag: scene.firstNames[sentence.paragraph].map { isOf($0, entity) } ?? false)
    f.add(flag: name.map { $0.token == sentence.first } == true)
    f.append(Float(scene.depth[anchor.token]))
    f.add(flag: nearest.map { entities.named[$0] == entity } == true)
    f.add(flag: nearest.map { entities.makers[entities.named[$0]] == maker } == true)
    f.add(near.newest == entity ? 1 : 0, makersHere.count == 1 && makersHere[0] == maker ? 1 : 0)
    if let base = near.bases[entity] {
      f.add(
        Float(near.modelsRecent.firstIndex(of: base) ?? 15), entities.isInTitle[base] ? 1 : 0,
        Float(min(20, entities.salience[base])))
    } else {
      f.add(-1, -1, -1)
    }
  }

  /// Whether a mention names a maker or model, or a model of the maker.
  private func isOf(_ mention: Int, _ entity: Int) -> Bool {
    scene.entities.named[mention] == entity || scene.entities.makersNamed[mention] == entity
  }

  private func addRun(_ names: Run?, to f: inout [Float]) {
    let (length, index, fits) = Scene.alignment(run, names)
    f.add(length, index, fits, Float(min(9, run?.length ?? 0)), Float(min(9, run?.index ?? 0)))
  }

  /// What the catalogue knows of a model, or of that of which the mention names a variant.
  private func known(_ entity: Int, _ key: EntityKey, _ mention: Int?) -> CatalogueModel? {
    let (entities, catalogue) = (scene.entities, scene.catalogue)
    guard key.model != nil else { return nil }
    guard let mention, let base = entities.basesNamed[mention] else { return entities.models[entity] }
    if entities.makers[base] == entities.makers[entity] { return entities.models[base] }
    return entities.keys[base].model.flatMap {
      catalogue.model(named: ModelName(manufacturer: key.maker, model: $0))
    }
  }

  /// "the Geely-Tochter", "Ford-Fabrik": a name that only begins a longer word.
  private func isHyphenated(_ name: NameMention) -> Bool {
    let s = scene.mentions.text.bytes
    return name.end + 1 < s.count && s[name.end] == 0x2D && Letters.sort(s, name.end + 1).0 == .letter
  }

  /// Whether a model has the body that stands near the figure: 1 yes, -1 another, 0 where either is not known.
  private func bodyFits(_ key: EntityKey, _ known: BodyType?) -> Float {
    guard key.model != nil, let bodyNear, let own = scene.nameContext.bodies[key] ?? known else { return 0 }
    return own == bodyNear ? 1 : -1
  }

  /// The body named nearest to the anchor in its sentence, those before it first.
  private static func bodyNear(_ scene: Scene, _ anchor: Anchor) -> BodyType? {
    var best: (distance: Float, body: BodyType)?
    for i in scene.cues[anchor.sentence] {
      let cue = scene.mentions.cues[i].cue
      let (token, end) = (scene.mentions.cues[i].token, scene.mentions.cues[i].tokenEnd)
      guard let body = SubjectCandidates.body(cue), token != anchor.token else { continue }
      let d = scene.distance(anchor, token, end)
      let distance = d <= 0 ? -d : 2 * d + 4
      if distance < best?.distance ?? 20 { best = (distance, body) }
    }
    return best?.body
  }

  /// What stands around the anchor, whoever it is about.
  private static func shared(_ scene: Scene, _ anchor: Anchor, _ vector: [Float]) -> [Float] {
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
