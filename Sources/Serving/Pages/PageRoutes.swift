import EVFacts
import Hummingbird

/// The pages that people read, by their addresses.
public struct PageRoutes: Sendable {
  let site: Site
  let editToken: @Sendable (Request) -> String?

  /// Makes the pages of a site.
  ///
  /// - Parameter editToken: what a form that changes something must carry in its field `token` to be believed; `nil`
  ///   where this reader may change nothing.
  public init(site: Site, editToken: @escaping @Sendable (Request) -> String? = { _ in nil }) {
    self.site = site
    self.editToken = editToken
  }

  /// Adds them to a router.
  public func add(to router: some RouterMethods<some RequestContext>) {}
}
