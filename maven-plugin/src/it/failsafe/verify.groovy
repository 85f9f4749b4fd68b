def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('BUILD FAILURE') == 2
assert log.contains('maven-failsafe-plugin:3.6.1:verify')
assert log.contains('check isGoodEnough of org.clinic.ParityModelIT:') : log
assert log.contains('Expecting accuracy to be at least 0.9000')
def page = new File(basedir, 'target/reports/assay/org.clinic.ParityModelIT.html').getText('UTF-8')
assert page.contains('isGoodEnough')

return true
