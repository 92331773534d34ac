import EVFacts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Serving

/// Models that the catalogue does not know: shown to all, and taken in, named or dropped by who may edit.
@Suite struct NewModelTests {
  private static func article(_ id: String, _ model: String) -> AnnotatedArticle {
    ServedDatabase.article(
      id, "2024-03-0\(id.count)",
      [
        Fact(
          kind: .price, manufacturer: "Xiaomi", model: model, value: 215_900, qualifier: .exact, unit: "CNY",
          market: "CN", status: .actual, attribute: "start", evidence: "The \(model) costs 215,900 yuan.",
          confidence: 0.9)
      ])
  }

  private func database() throws -> ServedDatabase {
    try ServedDatabase(
      [
        Self.article("a", "Foozle"), Self.article("bb", "Foozle"), Self.article("ccc", "<Brx>"),
        Self.article("d", "SU7"),
      ],
      origin: .extracted(version: "test"))
  }

  /// A browser with a page of new models open.
  private struct Browser {
    let client: any TestClientProtocol
    var cookie = ""
    var token = ""

    init(_ client: any TestClientProtocol) async throws {
      self.client = client
      let page = try await client.execute(uri: "/review?only=models", method: .get)
      let field = try #require(page.headers[values: .setCookie].first { $0.hasPrefix("evfacts_session=") })
      cookie = String(field.prefix { $0 != ";" })
      let text = String(buffer: page.body)
      let start = try #require(text.firstRange(of: "name=\"token\" value=\"")).upperBound
      token = String(text[start...].prefix { $0 != "\"" })
    }

    func page(_ uri: String = "/review?only=models", language: String = "en") async throws -> String {
      let answer = try await client.execute(
        uri: uri, method: .get, headers: [.cookie: cookie, .acceptLanguage: language])
      let text = String(buffer: answer.body)
      #expect(PageMarkup(text).faults == [])
      return text
    }

    @discardableResult
    func post(_ path: String, _ body: String) async throws -> HTTPResponse.Status {
      try await client.execute(
        uri: path, method: .post,
        headers: [.cookie: cookie, .contentType: "application/x-www-form-urlencoded"],
        body: ByteBuffer(string: "token=\(token)&back=/review?only=models&" + body)
      ).status
    }
  }

  private func browse(_ body: @escaping @Sendable (Browser, FactStore) async throws -> Void) async throws {
    let database = try database()
    let store = try FactStore(path: database.path, opening: .readOnly)
    try await database.server { $0.editing = true }.application().test(.router) { client in
      try await body(Browser(client), store)
    }
  }

  @Test func areShownToAllAndChangedByNobodyElse() async throws {
    let database = try database()
    try await database.server().application().test(.router) { client in
      let answer = try await client.execute(uri: "/review?only=models", method: .get)
      let page = String(buffer: answer.body)
      #expect(PageMarkup(page).faults == [])
      let first = try #require(page.firstRange(of: "Xiaomi Foozle</a>"))
      let second = try #require(page.firstRange(of: "Xiaomi &lt;Brx&gt;</a>"))
      #expect(first.lowerBound < second.lowerBound)
      #expect(page.contains("<p class=\"q\">2 facts</p>"))
      #expect(page.contains("The <mark>Foozle</mark> costs") || page.contains("The Foozle costs"))
      #expect(!page.contains("SU7"))
      #expect(page.contains(Words.of(.english)[.newModelsReadOnly]))
      #expect(!page.contains("method=\"post\""))
      let posted = try await client.execute(
        uri: "/edit/models/drop", method: .post, body: ByteBuffer(string: "maker=Xiaomi&model=Foozle"))
      #expect(posted.status == .methodNotAllowed)
    }
  }

  @Test func aModelIsTakenIntoTheCatalogue() async throws {
    try await browse { browser, store in
      #expect(try await browser.post("/edit/models/keep", "maker=Xiaomi&model=Foozle") == .seeOther)
      #expect(try store.catalogue().map(\.row.model) == ["Foozle"])
      let page = try await browser.page(language: "fr")
      #expect(
        page.contains("<p class=\"notice good\" role=\"status\">Ajouté au catalogue : Xiaomi Foozle</p>"))
      #expect(!page.contains("Xiaomi Foozle</a>"))
      #expect(page.contains("Xiaomi &lt;Brx&gt;</a>"))
      try await browser.post("/edit/undo", "")
      #expect(try store.catalogue().isEmpty)
      #expect(
        try await browser.page(language: "it").contains("Annullato – Aggiunto al catalogo: Xiaomi Foozle"))
      while try await !browser.page().contains("Xiaomi Foozle</a>") { await Task.yield() }
    }
  }

  @Test func aModelIsAnotherNameOfAKnownOne() async throws {
    try await browse { browser, store in
      let offered = try await browser.page()
      #expect(offered.contains("<option value=\"SU7\"></option>"))
      try await browser.post("/edit/models/alias", "maker=Xiaomi&model=Foozle&of=SU7")
      #expect(try store.facts(ofArticle: "a").map(\.fact.model) == ["SU7"])
      #expect(try store.facts(ofArticle: "bb").map(\.fact.model) == ["SU7"])
      let page = try await browser.page(language: "de")
      #expect(page.contains("Xiaomi Foozle ist jetzt ein anderer Name von Xiaomi SU7."))
      try await browser.post("/edit/undo", "")
      #expect(try store.facts(ofArticle: "a").map(\.fact.model) == ["Foozle"])
    }
  }

  @Test func aModelIsDroppedWithItsFacts() async throws {
    try await browse { browser, store in
      try await browser.post("/edit/models/drop", "maker=Xiaomi&model=Foozle&why=a+joke")
      #expect(try store.facts(ofArticle: "a").isEmpty)
      let page = try await browser.page(language: "zh")
      #expect(page.contains("已剔除：Xiaomi Foozle，2 条事实"))
      try await browser.post("/edit/undo", "")
      #expect(try store.facts(ofArticle: "a").count == 1)
    }
  }

  @Test(arguments: [
    ("alias", "maker=Xiaomi&model=Foozle&of=Nothing", "Der Katalog kennt kein Modell „Nothing“ von Xiaomi."),
    ("alias", "maker=Xiaomi&model=Foozle", "Das Formular ist unvollständig. Laden Sie die Seite neu."),
    ("keep", "maker=Xiaomi&model=Unheard", "Das Formular gilt nicht mehr. Laden Sie die Seite neu."),
    ("drop", "", "Das Formular gilt nicht mehr. Laden Sie die Seite neu."),
    (
      "drop", "maker=Xiaomi&model=Foozle&why=" + String(repeating: "x", count: 501),
      "Der Text ist länger als 500 Zeichen."
    ),
  ])
  func whatCannotBeDoneIsTold(action: String, body: String, expected: String) async throws {
    try await browse { browser, store in
      try await browser.post("/edit/models/" + action, body)
      let page = try await browser.page(language: "de")
      #expect(page.contains("<p class=\"notice bad\" role=\"alert\">\(expected)</p>"))
      #expect(try store.catalogue().isEmpty)
      #expect(try store.facts(ofArticle: "a").map(\.fact.model) == ["Foozle"])
    }
  }
}
