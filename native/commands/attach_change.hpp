// `attach`, for an authorization's form and for a deal's request.
#pragma once

#include "commands/changes.hpp"

namespace cppo {

/// The file of --file with the digest of its bytes, and what --about says of it. Refuses NOT_FOUND.
Result<Attachment> read_attachment(const Arguments& arguments);

/// `attach`: names a file on the form. Target is command::ChangeAuthorization or
/// command::ChangeDeal.
template <typename Target>
Change attach_change(std::string_view noun, std::string_view example) {
    return {noun,
            "attach",
            "Names a file that goes with the form; its bytes stay where they are.",
            {{"id", "ID", "The record."},
             {"file", "PATH",
              "The file, of which name and SHA-256 are kept; one of that name is "
              "replaced."},
             on_option,
             {"about", "TEXT", "What it is.", Need::optional}},
            {example},
            [](const Arguments& a, const Model&) -> Result<Command> {
                auto id = TRY(a.id<decltype(Target::id)>("id"));
                auto file = TRY(read_attachment(a));
                return command::Attach{std::move(id), std::move(file)};
            }};
}

}  // namespace cppo
