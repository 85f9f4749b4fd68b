def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('BUILD FAILURE') == 1
assert log.count('BUILD SUCCESS') == 3
assert log.contains('run model tests before, or set failIfNoResults to false where there are none')
assert log.contains('there are no results of model tests, and so no report')
assert log.contains('Assay is skipped (assay.skip)')
assert log.contains('tests are skipped, so nothing is checked')
assert !new File(basedir, 'target/reports').exists()
assert !new File(basedir, 'assay-history.jsonl').exists()

return true
