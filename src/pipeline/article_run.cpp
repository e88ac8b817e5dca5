#include "pipeline/article_run.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

namespace maillon::detail {

namespace {

void run_alone(const PassageSteps& steps) {
  while (auto passage = steps.read()) {
    steps.work(*passage);
    if (!steps.deliver(*passage)) return;
  }
}

}  // namespace

void run_in_order(const PassageSteps& steps, unsigned threads) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  if (threads == 1) return run_alone(steps);
  constexpr std::size_t kUnderWay = 4;  // a thread's documents between reading and delivery
  std::atomic<bool> stop = false;
  using Carried = Passage*;  // TBB tokens are trivially copyable; the last stage owns and frees
  const auto read = tbb::make_filter<void, Carried>(tbb::filter_mode::serial_in_order,
                                                    [&](tbb::flow_control& control) -> Carried {
                                                      auto passage = stop.load() ? nullptr : steps.read();
                                                      if (!passage) control.stop();
                                                      return passage.release();
                                                    });
  const auto work = tbb::make_filter<Carried, Carried>(tbb::filter_mode::parallel, [&](Carried passage) {
    if (!stop.load()) steps.work(*passage);
    return passage;
  });
  const auto deliver =
      tbb::make_filter<Carried, void>(tbb::filter_mode::serial_in_order, [&](Carried carried) {
        const std::unique_ptr<Passage> passage(carried);
        if (!stop.load() && !steps.deliver(*passage)) stop.store(true);
      });
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] { tbb::parallel_pipeline(threads * kUnderWay, read & work & deliver); });
}

}  // namespace maillon::detail
