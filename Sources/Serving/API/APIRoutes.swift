import EVFacts
import Foundation
import HTTPTypes
import Hummingbird

/// The HTTP API below `/api/v1`, as a table of its addresses gives it.
struct APIRoutes: Sendable {
  /// Where it begins.
  static let base = "/api/v1"

  let site: Site
  private let routes: [APIRoute]
  /// Another in each run, so that what a browser kept from an earlier one is not taken for new.
  private let run = SecretText.random().prefix(12)

  /// Makes the API of a site.
  ///
  /// - Parameter needsToken: whether programs must send a token, for the document.
  init(site: Site, needsToken: Bool) {
    self.site = site
    let listings =
      FactRoutes.all + SubjectRoutes.all + ArticleRoutes.all + [
        AskRoute.route, ChangesRoute.route, HistoryRoute.route,
      ]
    var description = APIRoute(
      path: "/openapi.json", operation: "getDescription", summary: "This document.", parameters: [],
      answer: .object(.object([("type", .string("object"))]))
    ) { _ in APIBody("") }
    // The document describes itself too, and is written once.
    let document = OpenAPI.document(listings + [description], needsToken: needsToken)
    description.respond = { _ in APIBody(document) }
    routes = listings + [description]
  }

  /// Adds the addresses to a router.
  func add(to router: some RouterMethods<some RequestContext>) {
    for route in routes {
      router.get(RouterPath(Self.base + route.path)) { request, context in
        try await answer(request, route, path: context.parameters)
      }
    }
  }

  private func answer(_ request: Request, _ route: APIRoute, path: Parameters) async throws -> Response {
    var values: [String: String] = [:]
    for parameter in route.parameters where parameter.isInPath {
      values[parameter.name] = path.get(parameter.name)?.removingPercentEncoding
    }
    let arguments = try APIArguments(route.allParameters, path: values, query: FormFields(of: request))
    let format = try APIFormat.wanted(by: request, format: arguments.text("format"), of: route.formats)
    // Asked before the rows are read: a change in between makes the answer newer than its tag, never older.
    let tag = "\"\(run)-\(site.version)-\(format.rawValue)\""
    var headers: HTTPFields = [.eTag: tag, .vary: "Accept", .cacheControl: "private, no-cache"]
    if Self.names(request.headers[values: .ifNoneMatch], tag) {
      return Response(status: .notModified, headers: headers)
    }
    let body = try await route.respond(APIRequest(site: site, arguments: arguments, format: format))
    headers[.contentType] = format.contentType
    if let next = body.next { headers[.link] = "<\(Self.address(of: request, cursor: next))>; rel=\"next\"" }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes)))
  }

  /// Whether a list of tags holds one, or all.
  private static func names(_ fields: [String], _ tag: String) -> Bool {
    fields.joined(separator: ",").split(separator: ",").contains { part in
      var part = part.drop { $0 == " " }
      if part.hasPrefix("W/") { part = part.dropFirst(2) }
      while part.last == " " { part.removeLast() }
      return part == tag || part == "*"
    }
  }

  /// The address of the next page.
  private static func address(of request: Request, cursor: Cursor) -> String {
    let kept = FormFields(of: request).items.filter { $0.name != "cursor" }
    let query = (kept + [FormFields.Item(name: "cursor", value: cursor.text)]).map {
      "\(FormFields.encoded($0.name))=\(FormFields.encoded($0.value))"
    }
    return request.uri.path + "?" + query.joined(separator: "&")
  }
}
