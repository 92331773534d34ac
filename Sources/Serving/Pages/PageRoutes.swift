import EVFacts
import Hummingbird

/// The pages that people read, by their addresses.
///
/// All listings take `offset` and `limit`, `sort` (a column's name, with `-` before it for the last first), and the
/// filters that their forms name. `/download/<listing>.<format>` gives the rows of a listing under the same query.
///
/// Each page reads `BrowserSession.current` while it answers, so that its forms carry the token.
public struct PageRoutes: Sendable {
  let site: Site

  /// Makes the pages of a site.
  public init(site: Site) { self.site = site }

  /// Adds them to a router.
  public func add(to router: some RouterMethods<some RequestContext>) {
    StyleFiles.add(to: router)
    warmUp()
    add("/", to: router, OverviewPage.make)
    add("/ask", to: router, AskPage.make)
    add("/facts", to: router, FactsPage.make)
    add("/changes", to: router, ChangesPage.make)
    add("/calendar", to: router, CalendarPage.make)
    add("/targets", to: router, TargetsPage.make)
    add("/makers", to: router, MakersPage.make)
    add("/makers/:maker", to: router, names: ["maker"], MakerPage.make)
    add("/models", to: router, ModelsPage.make)
    add("/models/:maker/:model", to: router, names: ["maker", "model"], ModelPage.make)
    add("/markets", to: router, MarketsPage.make)
    add("/markets/:market", to: router, names: ["market"], MarketPage.make)
    add("/history", to: router, HistoryPage.make)
    add("/conflicts", to: router, ConflictsPage.make)
    add("/articles", to: router, ArticlesPage.make)
    add("/article", to: router, ArticlePage.make)
    add("/review", to: router, ReviewPage.make)
  }

  /// Counts what is counted once for many pages before the first reader comes, as far as there is time.
  private func warmUp() {
    let site = site
    Task.detached {
      // Whatever is wrong with the database is told to who asks for a page.
      try? await site.read { _ in
        _ = try site.counts()
        _ = try site.targets()
        _ = try site.names()
        _ = try site.reportNames()
        _ = try site.questionReader()
      }
    }
  }

  /// A page that says with a text of the interface, in the reader's language, why there is nothing to see.
  func refusal(_ request: Request, status: HTTPResponse.Status, _ reason: Phrase) -> Response {
    answer(Visit(request, names: [])) { visit in
      guard status != .notFound else { return Self.nothingThere(visit) }
      return Page(
        title: visit.words[.noAnswer],
        body: "<p>\(visit.words[reason])</p><p><a href=\"/\">\(visit.words[.overview])</a></p>",
        status: status)
    }
  }

  private func add(
    _ path: RouterPath, to router: some RouterMethods<some RequestContext>, names: [String] = [],
    _ make: @escaping @Sendable (Visit, Site, FactStore) throws -> Page
  ) {
    let site = site
    router.get(path) { request, context in
      let visit = Visit(request, names: names.compactMap { context.parameters.get($0) })
      let bytes = try await site.read { store in
        let page: Page
        do { page = try make(visit, site, store) } catch is NothingThere { page = Self.nothingThere(visit) }
        return (PageFrame(site: site, visit: visit).document(page), page.status)
      }
      return Self.response(bytes.0, bytes.1, visit)
    }
  }

  private func answer(_ visit: Visit, _ make: (Visit) -> Page) -> Response {
    let page = make(visit)
    return Self.response(PageFrame(site: site, visit: visit).document(page), page.status, visit)
  }

  private static func response(_ bytes: [UInt8], _ status: HTTPResponse.Status, _ visit: Visit) -> Response {
    var headers: HTTPFields = [
      .contentType: "text/html; charset=utf-8", .cacheControl: "private, no-cache",
      .vary: "accept-language, cookie", .contentLanguage: visit.words.language.rawValue,
    ]
    if let language = visit.newLanguage {
      headers[.setCookie] =
        "\(ReaderLanguage.cookie)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax"
    }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static func nothingThere(_ visit: Visit) -> Page {
    Page(
      title: visit.words[.notFound],
      body: "<p>\(visit.words[.notFoundHint])</p><p><a href=\"/\">\(visit.words[.overview])</a></p>",
      status: .notFound)
  }
}
