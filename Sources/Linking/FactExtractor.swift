import Deciding
import Facts
import Finding
import Lexicon

/// Articles to facts: a pure function of one article and the lexicon.
///
/// Finding lists mentions; every number, launch cue, body word and market is a candidate; trained decisions say what it is,
/// whose, when and where; what is said twice is kept once.
public struct FactExtractor: Sendable {
  /// The extractor's version: facts that an older one made are replaced when an article is extracted again.
  public static let version = 4

  let lexicon: Lexicon
  let decisions: Decisions
  let topic: CarTopic
  /// Facts that the extractor believes less are not given.
  public var minimumConfidence: Double

  /// Makes an extractor.
  public init(lexicon: Lexicon = .standard, minimumConfidence: Double = 0) {
    self.lexicon = lexicon
    self.decisions = .standard
    self.topic = CarTopic(lexicon: lexicon)
    self.minimumConfidence = minimumConfidence
  }

  /// Makes an extractor that decides by other weights than the binary's, in the form of `Weights/decisions.txt`.
  public init(weights: String, lexicon: Lexicon = .standard) {
    self.lexicon = lexicon
    topic = CarTopic(lexicon: lexicon)
    decisions = Decisions(weights: weights)
    minimumConfidence = 0
  }

  /// The models that the article names and the facts it claims; the article's language is filled in where it was `nil`.
  ///
  /// Where a `WorkLimit` ends the work, what was found until then is given, and whoever set the limit asks it.
  public func extract(_ article: Article) -> AnnotatedArticle {
    var article = article
    let language = article.language ?? LanguageGuess.language(of: article.text)
    article.language = language
    var annotated = AnnotatedArticle(article: article, models: [], facts: [])
    guard language != .other else { return annotated }
    var models: Set<ModelName> = []
    for stretch in TextStretch.of(article.text) {
      if WorkLimit.isOver { break }
      guard topic.isMatter(of: stretch.text, title: article.title) else { continue }
      let scene = scene(of: stretch, in: article, language)
      guard FactExtractor.speaksOfCars(scene) else { continue }
      let facts = kept(scored(scene))
      annotated.models += FactExtractor.models(scene, facts).filter { models.insert($0).inserted }
      annotated.facts += facts.map { fact in
        var fact = fact
        fact.span = fact.span?.moved(by: stretch.start)
        return fact
      }
    }
    return annotated
  }

  /// The mentions of a part of an article, laid out for linking.
  func scene(of stretch: TextStretch, in article: Article, _ language: LanguageCode) -> Scene {
    var part = article
    part.text = stretch.text
    return FactExtractor.scene(part, language, lexicon)
  }

  /// Whether a text names a maker, a model or an electric car; no other has facts.
  static func speaksOfCars(_ scene: Scene) -> Bool {
    !scene.mentions.names.isEmpty || scene.mentions.cues.contains { $0.cue == .electric }
  }

  /// The facts that are given: each once, and likely enough.
  func kept(_ scored: [ScoredFact]) -> [Fact] {
    FactMerging.merged(scored.map(\.fact)).filter {
      ($0.confidence ?? 0) >= max(minimumConfidence, floor(of: $0.kind))
    }
  }

  /// Facts less likely than this are not given, whatever their kind; `nil` for the floors of the kinds.
  public var floor: Double?

  /// Facts less likely than this are not given.
  ///
  /// The harmonic mean of precision and recall is best where every fact is given that is likelier than half of that mean (Lipton et al.
  /// 2014); the confidence is calibrated, and the mean on articles that the decisions have not seen is about 0.7. Of targets, the rarest
  /// figures, less is lost with a lower floor; entries are less certain than they look where an article only asks about one.
  private func floor(of kind: FactKind) -> Double {
    if let floor { return floor }
    switch kind {
    case .salesTarget: return 0.25
    case .marketEntry: return 0.42
    default: return 0.35
    }
  }

  /// All facts that the decisions make, with their confidence.
  func scored(_ scene: Scene) -> [ScoredFact] {
    let builder = FactBuilder(scene: scene, decisions: decisions)
    let values = ValueCandidates(scene: scene).list()
    return scored(builder, values, FirstLook(builder, values))
  }

  /// The same, where the article's figures have been looked at already.
  func scored(_ builder: FactBuilder, _ values: [ValueCandidate], _ look: FirstLook) -> [ScoredFact] {
    let all =
      builder.valueFacts(values, look) + builder.launchFacts(look) + builder.entryFacts(look)
      + builder.bodyFacts(look)
    let sure = decisions.yes("confidence", all: all.map(\.features))
    return zip(all, sure).map { scored, p in
      var scored = scored
      scored.fact.confidence = (Double(p) * 1000).rounded() / 1000
      return scored
    }
  }

  /// The facts of an article before any is left out, each with the features of its confidence: for training it.
  public func unfiltered(_ article: Article) -> [(fact: Fact, features: [Float])] {
    let scene = FactExtractor.scene(
      article, article.language ?? LanguageGuess.language(of: article.text), lexicon)
    return scored(scene).map { ($0.fact, $0.features) }
  }

  /// The mentions of an article and its title, laid out for linking.
  static func scene(_ article: Article, _ language: LanguageCode, _ lexicon: Lexicon) -> Scene {
    let title = article.title.map { Mentions($0, language: language, lexicon: lexicon) }
    let mentions = Mentions(article.text, language: language, lexicon: lexicon, title: title, isArticle: true)
    return Scene(article, mentions: mentions, title: title, catalogue: lexicon.catalogue)
  }

  /// Every model that the text proper names; variants where a fact needs them.
  private static func models(_ scene: Scene, _ facts: [Fact]) -> [ModelName] {
    var seen: Set<ModelName> = []
    var out: [ModelName] = []
    func add(_ name: ModelName) { if seen.insert(name).inserted { out.append(name) } }
    for name in scene.mentions.names where name.sort != .variant && scene.isBody(scene.sentenceOf[name.token])
    {
      if let model = name.model { add(ModelName(manufacturer: name.maker, model: model)) }
    }
    for fact in facts {
      if let maker = fact.manufacturer, let model = fact.model {
        add(ModelName(manufacturer: maker, model: model))
      }
    }
    return out
  }
}
