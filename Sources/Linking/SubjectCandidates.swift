import Facts
import Finding
import Lexicon

/// Who a figure or an event can be about.
struct SubjectCandidate {
  /// The number of the maker or model.
  var entity: Int
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
    let seen = SubjectsNear(scene, anchor)
    let features = SubjectFeatures(scene, anchor, kind, anchorVector, seen)
    var out: [SubjectCandidate] = []
    out.reserveCapacity(seen.subjects.count + 1)
    for subject in seen.subjects {
      out.append(
        SubjectCandidate(
          entity: subject.entity, key: scene.entities.keys[subject.entity], features: features.of(subject),
          mention: subject.mention))
    }
    if whole {
      let entity = scene.entities.whole
      out.append(
        SubjectCandidate(
          entity: entity, key: scene.entities.keys[entity], features: features.ofWhole, mention: nil))
    }
    return out
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

  static let isImplied = FactKind.allCases.count + 4

  /// The cues that name a body.
  static let bodyCues = AnchorFeatures.near.filter { body($0) != nil }

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
}
