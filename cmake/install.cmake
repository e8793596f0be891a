# SPDX-License-Identifier: MIT
# What `make install` lays down: libraries, headers, the command, its manual
# and completions, and the files for pkg-config and find_package(sameseed).
include(CMakePackageConfigHelpers)

install(TARGETS sameseed sameseed_static EXPORT sameseedTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/sameseed DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    FILES_MATCHING PATTERN "*.h")

install(EXPORT sameseedTargets NAMESPACE sameseed::
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/sameseed)
configure_package_config_file(cmake/sameseedConfig.cmake.in
    ${CMAKE_BINARY_DIR}/sameseedConfig.cmake
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/sameseed)
write_basic_package_version_file(
    ${CMAKE_BINARY_DIR}/sameseedConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/sameseedConfig.cmake
    ${CMAKE_BINARY_DIR}/sameseedConfigVersion.cmake
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/sameseed)

# pkg-config: the prefix is found from where the file lies, since
# `cmake --install --prefix` may put it anywhere.
file(RELATIVE_PATH PC_UP "/p/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/p")
string(REGEX REPLACE "/$" "" PC_PREFIX "\${pcfiledir}/${PC_UP}")
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
    set(PC_PREFIX "${CMAKE_INSTALL_PREFIX}")
endif()
foreach(dir LIBDIR INCLUDEDIR)
    if(IS_ABSOLUTE "${CMAKE_INSTALL_${dir}}")
        set(PC_${dir} "${CMAKE_INSTALL_${dir}}")
    else()
        set(PC_${dir} "\${prefix}/${CMAKE_INSTALL_${dir}}")
    endif()
endforeach()
list(TRANSFORM SS_PRIVATE_LIBS PREPEND "-l" OUTPUT_VARIABLE PC_PRIVATE)
list(JOIN PC_PRIVATE " " PC_PRIVATE)
configure_file(sameseed.pc.in sameseed.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/sameseed.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(SS_COMMAND)
    install(TARGETS sameseed_command
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES ${CMAKE_BINARY_DIR}/sameseed.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES completion/sameseed.bash RENAME sameseed
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
    install(FILES completion/_sameseed
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
endif()
