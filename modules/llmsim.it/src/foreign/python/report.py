import traceback


def run(title, tests):
    """Runs tests one after the other, says how each ended, and returns the exit code."""
    failed = 0
    for test in tests:
        try:
            test()
            print("ok    ", test.__name__)
        except Exception:
            failed += 1
            print("FAILED", test.__name__)
            traceback.print_exc()
    print(f"{title}: {len(tests) - failed} of {len(tests)}")
    return 1 if failed else 0
