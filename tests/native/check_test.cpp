#include <catch2/catch_test_macros.hpp>

#include "cli.hpp"

namespace cppo::test {

TEST_CASE("check names all that keeps a request from being sent, at once", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.done("deal copy --of granite-3y --id late --on 2026-11-25");
    folder.done("deal set --id late --field price --value 1 --on 2026-11-25");
    const Ran late = folder.cppo("deal check --id late");
    CHECK(late.code == 1);
    CHECK(late.err.find("NEGATIVE_MARKUP ctr.price: ") == 0);
    CHECK(late.err.find("\nSCHEDULE_SUM_MISMATCH ctr.schedule: ") != late.err.npos);
    CHECK(late.err.find("\nOUT_OF_RANGE ctr.accept_by: 2026-01-31 is not after 2026-11-25") !=
          late.err.npos);
    // The day may be another one than that of the latest entry.
    CHECK(folder.cppo("deal check --id late --on 2026-01-30").err.find("accept_by") ==
          late.err.npos);
    // What has been sent is not asked again.
    for (const char* deal : {"granite-3y", "meridian-mesh", "orchard-support"})
        CHECK(folder.done("deal check --id " + std::string(deal)) == "The form is complete.\n");
}

TEST_CASE("check looks at the authorization", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.done("deal new --authorization sentinel-meridian --id again --on 2026-11-25");
    const std::string shown = folder.done("deal show --id meridian-mesh --json");
    folder.done("deal fill --id again --from - --on 2026-11-25", shown);
    folder.done("deal set --id again --field accept_by --value 2026-12-20 --on 2026-11-25");
    const Ran used = folder.cppo("deal check --id again");
    CHECK(used.code == 1);
    CHECK(used.err.find("AUTH_CONSUMED authorization: ") == 0);
}

}  // namespace cppo::test
