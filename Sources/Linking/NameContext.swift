import Facts
import Finding
import Lexicon

/// What stands right beside each name: words that make it a rival or an owner, the model it only leads to, the body it has.
struct NameContext: Sendable {
  /// Tokens between a word that makes a name one that is only compared with ("rival of the") and the name; 9 where there
  /// is no such word.
  private(set) var rival: [Float] = []
  /// The same for words that make it an owner ("subsidiary of").
  private(set) var owner: [Float] = []
  /// The same for words for a maker: "the maker of the Gravity" is no Gravity.
  private(set) var maker: [Float] = []
  /// Whether a maker's name only begins that of its model, as in "Kia EV3".
  private(set) var leadsToModel: [Bool] = []
  /// The body that the text gives each model: "the R1T pickup", "the Kona, a compact SUV".
  private(set) var bodies: [EntityKey: BodyType] = [:]

  /// Words farther from a name than this say nothing of it.
  private static let reach = 4
  /// A body's word belongs to a model that lies within so many tokens.
  private static let bodyReach = 5

  init(_ mentions: Mentions, cues: [[Int]], names: [[Int]], sentenceOf: [Int]) {
    for (i, name) in mentions.names.enumerated() {
      var near: (rival: Float, owner: Float, maker: Float) = (9, 9, 9)
      for c in cues[sentenceOf[name.token]] {
        let cue = mentions.cues[c]
        let gap = cue.tokenEnd <= name.token ? name.token - cue.tokenEnd : NameContext.reach
        switch cue.cue {
        case .refRival where gap < NameContext.reach: near.rival = min(near.rival, Float(gap))
        // "Qashqai-sized", "Mustang-inspired"
        case .refRival where cue.token == name.tokenEnd && mentions.text.bytes[cue.start] == 0x2D:
          near.rival = 0
        case .refOwner where gap < NameContext.reach: near.owner = min(near.owner, Float(gap))
        case .refOwner where cue.token >= name.tokenEnd && cue.token <= name.tokenEnd + 1: near.owner = 0
        case .refMaker where gap < NameContext.reach && name.model != nil:
          near.maker = min(near.maker, Float(gap))
        default: break
        }
      }
      rival.append(near.rival)
      owner.append(near.owner)
      maker.append(near.maker)
      let next = i + 1 < mentions.names.count ? mentions.names[i + 1] : nil
      leadsToModel.append(
        name.model == nil && next?.model != nil && next?.maker == name.maker
          && (next?.token ?? 0) - name.tokenEnd <= 2)
    }
    for (s, list) in cues.enumerated() {
      for c in list {
        let cue = mentions.cues[c]
        guard let body = SubjectCandidates.body(cue.cue) else { continue }
        let near = names[s].filter { mentions.names[$0].model != nil }.min {
          NameContext.gap(cue, mentions.names[$0]) < NameContext.gap(cue, mentions.names[$1])
        }
        guard let near, NameContext.gap(cue, mentions.names[near]) <= NameContext.bodyReach else { continue }
        let key = mentions.names[near].key
        if bodies[key] == nil { bodies[key] = body }
      }
    }
  }

  private static func gap(_ cue: CueMention, _ name: NameMention) -> Int {
    cue.tokenEnd <= name.token ? name.token - cue.tokenEnd : max(0, cue.token - name.tokenEnd) + 1
  }
}
