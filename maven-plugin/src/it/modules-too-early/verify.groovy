def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('modules-too-early is built before wines, whose results it is to aggregate; bind the goal in a module that depends') : log

return true
