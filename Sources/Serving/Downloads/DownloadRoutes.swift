import EVFacts
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The rows of every listing of the pages as a file, under the query of its page: `/download/facts.csv?maker=BYD`.
struct DownloadRoutes: Sendable {
  /// More rows than this are neither sorted nor put into a workbook.
  static let mostSorted = 50_000

  let site: Site
  private let stream = RowStream()

  init(site: Site) { self.site = site }

  /// Adds the address to a router.
  func add(to router: some RouterMethods<some RequestContext>) {
    router.get("/download/:file") { request, context in
      let file = context.parameters.get("file")?.removingPercentEncoding ?? ""
      let parts = file.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let listing = DownloadListing(rawValue: String(parts[0])) else {
        throw Refusal(
          .notFound, "there is no listing '\(file.prefix(100))'",
          hint: DownloadListing.allCases.map { $0.rawValue + ".csv" }.joined(separator: ", "))
      }
      guard let format = DownloadFormat(rawValue: String(parts[1])) else {
        throw Refusal(
          .notFound, "there is no file of that kind, '.\(parts[1].prefix(100))'",
          hint: DownloadFormat.allCases.map { "\(listing.rawValue).\($0.rawValue)" }.joined(separator: ", "))
      }
      return Response(
        status: .ok,
        headers: [
          .contentType: format.type, .cacheControl: "private, no-cache",
          .contentDisposition: "attachment; filename=\"\(listing.rawValue).\(format.rawValue)\"",
        ],
        body: try await body(listing, format, QueryItems(request.uri.query)))
    }
  }

  private func body(_ listing: DownloadListing, _ format: DownloadFormat, _ query: QueryItems) async throws
    -> ResponseBody
  {
    let site = site
    let found = try await site.read { store in
      try DownloadRows(site: site, store: store, query: query).rows(of: listing, as: format)
    }
    switch found {
    case .bytes(let bytes): return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .statement(let statement, let columns):
      return try await stream.body(statement, columns, as: format, path: site.path, limit: site.limit())
    }
  }
}

/// The listings, by the names that the pages have for them.
enum DownloadListing: String, CaseIterable, Sendable {
  case facts, changes, calendar, targets, conflicts, history, ask, articles, makers, models, markets
}
