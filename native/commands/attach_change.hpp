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
            "Attaches a file: records its name and SHA-256, never its content.",
            {{"id", "ID", "The record's ID."},
             {"file", "PATH",
              "The file. An attachment with the same name is "
              "replaced."},
             on_option,
             {"about", "TEXT", "What the file is, such as \"Reseller contract\".", Need::optional}},
            {example},
            [](const Arguments& a, const Model&, std::istream&) -> Result<Command> {
                auto id = TRY(a.id<decltype(Target::id)>("id"));
                auto file = TRY(read_attachment(a));
                return command::Attach{std::move(id), std::move(file)};
            }};
}

}  // namespace cppo
