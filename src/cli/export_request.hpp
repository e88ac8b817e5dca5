// The flags of exports as the rooms below take them.
#pragma once

#include "cli/options.hpp"
#include "export/formats.hpp"
#include "query/view_request.hpp"

namespace maillon::cli {

ExportOptions export_options(const Options&);
ViewRequest view_request(const Options&);

}  // namespace maillon::cli
