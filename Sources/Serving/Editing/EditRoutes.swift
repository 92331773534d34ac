import EVFacts
import HTTPTypes
import Hummingbird

/// What a person says of facts and of new models on a page: kept, dropped, put right, or taken back; as `evfacts review`
/// does it.
///
/// Each is a form with the field `fact`, or `maker` and `model`, and `back` for the page to return to. What came of it
/// stands in the session, and the page tells it.
struct EditRoutes: Sendable {
  /// The addresses of the forms.
  static let paths: Set<String> = [
    "/edit/keep", "/edit/drop", "/edit/correct", "/edit/undo", "/edit/models/keep", "/edit/models/alias",
    "/edit/models/drop",
  ]
  /// The longest reason and the longest value, in characters.
  static let longest = 500

  let site: Site

  /// Adds them to a router; whoever gets here was looked at by ``FormCheck``.
  func add(to router: some RouterMethods<some RequestContext>) {
    router.post("/edit/keep") { request, _ in
      try await edit(request) { row, _, review, _ in (try review.keep(.fact(row)), .kept(row.fact)) }
    }
    router.post("/edit/drop") { request, _ in
      try await edit(request) { row, fields, review, _ in
        (try review.drop(.fact(row), why: try Self.text("why", of: fields)), .dropped(row.fact))
      }
    }
    router.post("/edit/correct") { request, _ in
      try await edit(request) { row, fields, review, store in
        let edit = try Self.changes(of: row.fact, in: fields)
        let undo = try review.correct(row, edit, why: try Self.text("why", of: fields))
        return (undo, .corrected(try store.fact(row.id)?.fact ?? row.fact))
      }
    }
    router.post("/edit/models/keep") { request, _ in
      try await editModel(request) { item, name, _, review in (try review.keep(item), .added(name)) }
    }
    router.post("/edit/models/drop") { request, _ in
      try await editModel(request) { item, name, fields, review in
        let undo = try review.drop(item, why: try Self.text("why", of: fields))
        return (undo, .droppedModel(name, facts: undo.facts))
      }
    }
    router.post("/edit/models/alias") { request, _ in
      try await editModel(request) { item, name, fields, review in
        guard let known = try Self.text("of", of: fields) else { throw EditFault.plain(.formIsIncomplete) }
        return (
          try review.correct(item, known),
          .aliased(name, of: ModelName(manufacturer: name.manufacturer, model: known))
        )
      }
    }
    router.post("/edit/undo") { request, _ in try await undo(request) }
  }

  private typealias Done = (undo: Review.Undo, outcome: EditOutcome)

  private func edit(
    _ request: Request,
    _ body: @escaping @Sendable (FactRow, FormFields, Review, FactStore) throws -> Done
  ) async throws -> Response {
    try await answer(request) { fields, session in
      guard let id = fields["fact"].flatMap({ Int64($0) }) else {
        throw Refusal(
          .badRequest, "the form names no fact", hint: "the field fact with a fact_id",
          phrase: .formIsIncomplete)
      }
      let done = try await site.change { store in
        guard let row = try store.fact(id) else { throw StoringError.unknownFact(id: id) }
        return try body(row, fields, Review(store: store, below: 1, limit: 1), store)
      }
      session.remember(done.outcome, undo: done.undo)
      return done.outcome
    }
  }

  private func editModel(
    _ request: Request,
    _ body: @escaping @Sendable (Review.Item, ModelName, FormFields, Review) throws -> Done
  ) async throws -> Response {
    try await answer(request) { fields, session in
      let key = ModelName(
        manufacturer: nameKey(fields["maker"] ?? ""), model: nameKey(fields["model"] ?? ""))
      let done = try await site.change { store in
        guard let name = try store.modelName(key), let claims = try store.extractedClaims(about: name),
          let example = try store.fact(claims.first)
        else {
          throw Refusal(
            .notFound, "the form names no model with facts", hint: "the fields maker and model",
            phrase: .formIsOld)
        }
        let item = Review.Item.model(name, claims: claims.count, example: example)
        return try body(item, name, fields, Review(store: store, below: 1, limit: 1))
      }
      session.remember(done.outcome, undo: done.undo)
      return done.outcome
    }
  }

  private func undo(_ request: Request) async throws -> Response {
    try await answer(request) { fields, session in
      guard let edit = session.takeEdit(fields["edit"]) else {
        throw Refusal(
          .notFound, "there is no such edit to take back", hint: "evfacts restore", phrase: .nothingToUndo)
      }
      do {
        try await site.change { try Review(store: $0, below: 1, limit: 1).undo(edit.undo) }
      } catch {
        session.remember(edit.outcome, undo: edit.undo)
        throw error
      }
      return .takenBack(edit.outcome)
    }
  }

  /// Reads the form and does the work; a browser goes back to its page, which tells what came of it, a program is told at once.
  private func answer(
    _ request: Request, _ work: (FormFields, BrowserSession) async throws -> EditOutcome
  ) async throws -> Response {
    let fields = FormFields(
      String(buffer: try await request.body.collect(upTo: FormCheck<BasicRequestContext>.largestForm)))
    guard let session = BrowserSession.current else {
      throw Refusal(.forbidden, "nothing can be edited here")
    }
    let isProgram = Refusal.isForPrograms(request)
    do {
      let outcome = try await work(fields, session)
      guard !isProgram else {
        let done = JSONTree.object([("done", .string(outcome.text(.of(.english))))])
        return Response(
          status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
          body: ResponseBody(byteBuffer: ByteBuffer(string: done.text)))
      }
      session.tell(outcome)
    } catch {
      guard !isProgram, let fault = EditFault(error) else { throw error }
      session.tell(.failed(fault))
    }
    return Response(
      status: .seeOther, headers: [.location: LocalPath.of(fields["back"]), .cacheControl: "no-store"])
  }

  /// A text of a form, `nil` where it is empty.
  private static func text(_ name: String, of fields: FormFields) throws -> String? {
    guard let text = fields[name], !text.isEmpty else { return nil }
    guard text.count <= longest else { throw EditFault.tooLong(longest) }
    return text
  }

  /// What a form says otherwise than the fact; fields that it does not have stay as they are.
  private static func changes(of fact: Fact, in fields: FormFields) throws -> FactEdit {
    var edit = FactEdit()
    for field in FactEdit.Field.allCases {
      guard fields[field.rawValue] != nil else { continue }
      let text = try text(field.rawValue, of: fields) ?? ""
      if text != field.text(of: fact) { try edit.set(field.rawValue, to: text) }
    }
    guard !edit.texts.isEmpty else { throw CorrectionError.nothingChanged }
    return edit
  }
}

extension FactEdit.Field {
  /// What a fact has in the field, as a form shows it; empty where it has nothing.
  func text(of fact: Fact) -> String {
    switch self {
    case .kind: fact.kind.rawValue
    case .manufacturer: fact.manufacturer ?? ""
    case .model: fact.model ?? ""
    case .attribute: fact.attribute ?? ""
    case .value: fact.value.map { FactJSON.number($0) } ?? ""
    case .valueMax: fact.valueMax.map { FactJSON.number($0) } ?? ""
    case .qualifier: fact.qualifier?.rawValue ?? ""
    case .unit: fact.unit ?? ""
    case .when: fact.when?.description ?? ""
    case .market: fact.market ?? ""
    case .status: fact.status.rawValue
    case .source: fact.source ?? ""
    }
  }
}
