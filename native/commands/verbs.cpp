#include "commands/nouns.hpp"

namespace cppo {

const std::vector<Verb>& verbs() {
    static const std::vector<Verb> all = [] {
        std::vector<Verb> verbs;
        for (const auto& noun :
             {quote_verbs, convert_verbs, test_verbs, workspace_verbs, authorization_verbs,
              deal_verbs, directory_verbs, schema_verbs, report_verbs, forecast_verbs, data_verbs})
            for (Verb& verb : noun()) verbs.push_back(std::move(verb));
        return verbs;
    }();
    return all;
}

}  // namespace cppo
