import Facts
import Finding

/// The makers and models named around an anchor, where, and how lately.
struct SubjectsNear {
  /// One of them.
  struct Subject {
    var entity: Int
    var geometry = PairGeometry()
    /// Whether it is only named with a model or variant of it.
    var isImplied = false
    /// The mention nearest to the anchor, and how far away it is.
    var mention: Int?
    var distance = Float.infinity
  }

  /// The subjects, in the order in which they are come upon.
  private(set) var subjects: [Subject] = []
  /// The makers and the models named before the anchor, the latest first.
  private(set) var makersRecent: [Int] = []
  private(set) var modelsRecent: [Int] = []
  /// The one named last before the anchor.
  private(set) var newest: Int?
  /// The models of which variants of the anchor's sentence may be, by maker or model.
  private(set) var bases: [Int: Int] = [:]

  /// The place of each maker or model in `subjects`, -1 where it is none of them.
  private var places: [Int32]
  private let scene: Scene
  private let anchor: Anchor
  private let rivals: [Range<Int>]

  init(_ scene: Scene, _ anchor: Anchor) {
    let (m, entities) = (scene.mentions, scene.entities)
    self.scene = scene
    self.anchor = anchor
    rivals = scene.names[anchor.sentence].map { m.names[$0].token..<m.names[$0].tokenEnd }
    places = Array(repeating: -1, count: entities.keys.count)
    var recency: [Int] = []
    func recent(_ entity: Int) {
      recency.removeAll { $0 == entity }
      recency.append(entity)
    }
    for sentence in max(0, anchor.sentence - SubjectCandidates.reach)...anchor.sentence {
      if sentence < anchor.sentence, !scene.isBody(sentence) { continue }
      var makerOrder = 0
      var modelOrder = 0
      for i in scene.names[sentence] {
        let sort = m.names[i].sort
        let order = sort == .maker ? makerOrder : modelOrder
        if sort == .maker { makerOrder += 1 } else { modelOrder += 1 }
        let maker = m.names[i].model == nil ? nil : entities.makersNamed[i]
        let base = sort == .variant ? entities.basesNamed[i] : nil
        note(entities.named[i], i, order, isImplied: false)
        if let maker { note(maker, i, order, isImplied: true) }
        if let base { note(base, i, order, isImplied: true) }
        if sentence < anchor.sentence || m.names[i].tokenEnd <= anchor.token {
          recent(entities.named[i])
          if let maker { recent(maker) }
          if let base { recent(base) }
        }
      }
    }
    // A variant without its model may belong to any model named lately, not only the last.
    for i in scene.names[anchor.sentence] {
      for (variant, base) in entities.alternates[i] ?? [] {
        bases[variant] = base
        if places[variant] < 0 { note(variant, i, 0, isImplied: false) }
      }
    }
    for entity in entities.title { addUnseen(entity) }
    // The maker that the article names most is never far.
    if let main = entities.main { addUnseen(main) }
    newest = recency.last
    for entity in recency.reversed() {
      if entities.keys[entity].model == nil {
        makersRecent.append(entity)
      } else {
        modelsRecent.append(entity)
      }
    }
  }

  /// Takes account of a mention as one of a maker or model.
  private mutating func note(_ entity: Int, _ mention: Int, _ order: Int, isImplied: Bool) {
    let name = scene.mentions.names[mention]
    let (token, end) = (name.token, name.tokenEnd)
    if places[entity] < 0 {
      places[entity] = Int32(subjects.count)
      subjects.append(Subject(entity: entity, isImplied: true))
    }
    let at = Int(places[entity])
    subjects[at].geometry.add(scene, anchor, first: token, end: end, rivals: rivals, order: order)
    subjects[at].isImplied = subjects[at].isImplied && isImplied
    let sentence = scene.sentenceOf[token]
    let d =
      sentence == anchor.sentence
      ? abs(scene.distance(anchor, token, end))
      : Scene.far * Float(anchor.sentence - sentence + 1) - Float(token) * 0.001
    if d < subjects[at].distance {
      subjects[at].distance = d
      subjects[at].mention = mention
    }
  }

  /// Adds a maker or model that is named elsewhere.
  private mutating func addUnseen(_ entity: Int) {
    guard places[entity] < 0 else { return }
    places[entity] = Int32(subjects.count)
    subjects.append(Subject(entity: entity))
  }
}
