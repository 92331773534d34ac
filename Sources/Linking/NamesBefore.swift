import Facts
import Finding
import Lexicon

/// The names of the sentence before: what it was about, and which came first, for "the former" and "the second".
struct NamesBefore {
  private var makers: [EntityKey] = []
  private var models: [EntityKey] = []

  init(_ scene: Scene, _ sentence: Int) {
    guard sentence > 0 else { return }
    let head = scene.lists.head[sentence].map { max(0, $0 - 1) } ?? sentence - 1
    for i in scene.names[head] {
      let name = scene.mentions.names[i]
      let maker = EntityKey(maker: name.maker, model: nil)
      if !makers.contains(maker) { makers.append(maker) }
      if name.model != nil, !models.contains(name.key) { models.append(name.key) }
    }
  }

  /// Whether a subject was first or last, its number, and how many there were.
  func features(_ key: EntityKey?) -> [Float] {
    guard let key else { return [0, 0, -1, 0] }
    let list = key.model == nil ? makers : models
    let at = list.firstIndex(of: key)
    return [
      at == 0 ? 1 : 0, at == list.count - 1 && at != nil ? 1 : 0, Float(at.map { min($0, 9) } ?? -1),
      Float(min(9, list.count)),
    ]
  }
}
