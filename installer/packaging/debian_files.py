"""The small files of the packages for Linux: starters, menu entry, description, the hub's unit."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

IDENTITY = "org.tambonrianru.TambonRianru"

START = """\
#!/bin/sh
# Starts the program from wherever this folder lies.
here=$(dirname -- "$(readlink -f -- "$0")")
unset PYTHONHOME PYTHONSTARTUP
export PYTHONPATH="$here/lib:$here/app" PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1
if [ -d "$here/system" ]; then
    # After the machine's own: only what it lacks is taken from here.
    own=/usr/lib/x86_64-linux-gnu
    export LD_LIBRARY_PATH="${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$own:$here/system"
fi
exec "$here/python/bin/python3.11" -S -P -m desktop "$@"
"""

START_HUB = """\
#!/bin/sh
# Starts the hub from wherever this folder lies.
here=$(dirname -- "$(readlink -f -- "$0")")
unset PYTHONHOME PYTHONSTARTUP
umask 077
export PYTHONPATH="$here/lib:$here/app" PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1
if [ "$(id -u)" = 0 ] && getent passwd tambon-hub >/dev/null; then
    # A file that root made would be closed to the service.
    exec runuser -u tambon-hub -- "$here/tambon-hub" "$@"
fi
if [ -z "$TAMBON_HUB_DATABASE" ] && [ -r /etc/tambon-hub/hub.env ]; then
    set -a; . /etc/tambon-hub/hub.env; set +a
fi
if [ -z "$TAMBON_HUB_KEYS" ] && [ -d /var/lib/tambon-hub-keys ]; then
    export TAMBON_HUB_KEYS=/var/lib/tambon-hub-keys/hub.keys
fi
exec "$here/python/bin/python3.11" -S -P -m sync.hub "$@"
"""

_DESCRIPTIONS = {
    "tambon-rianru": (
        "education",
        "records and learning plans of a sub-district learning centre",
        " Works without a network. The centre's data lies encrypted in each user's\n"
        " ~/.local/share/tambon-rianru and stays there when the package is removed.",
    ),
    "tambon-hub": (
        "net",
        "province hub of the sub-district learning centres",
        " Receives the records of every centre whenever a link appears, and answers.\n"
        " Its data lies in /var/lib/tambon-hub, the keys that it is sealed with in\n"
        " /var/lib/tambon-hub-keys; both stay there when the package is removed.",
    ),
}


def control(name: str, version: str, tree: Path, depends: list[str]) -> str:
    """The control file of a package whose files lie in `tree`."""
    section, summary, text = _DESCRIPTIONS[name]
    size = sum(each.stat().st_size for each in tree.rglob("*") if each.is_file()) // 1024
    return (
        f"Package: {name}\n"
        f"Version: {version}\n"
        "Architecture: amd64\n"
        "Maintainer: Tambon Rianru <nobody@example.org>\n"
        f"Installed-Size: {size}\n"
        f"Section: {section}\n"
        "Priority: optional\n"
        f"Depends: {', '.join(depends)}\n"
        f"Description: {summary}\n{text}\n"
    )


def desktop_files(version: str, epoch: int) -> dict[str, str]:
    """Menu entry, kind of file and description of the program, by their place."""
    day = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    return {
        f"usr/share/applications/{IDENTITY}.desktop": _DESKTOP,
        f"usr/share/metainfo/{IDENTITY}.metainfo.xml": _METAINFO.format(version=version, day=day),
        f"usr/share/mime/packages/{IDENTITY}.xml": _MIME,
    }


_DESKTOP = f"""\
[Desktop Entry]
Type=Application
Version=1.4
Name=Tambon Rianru
Name[th]=ตำบลเรียนรู้
Comment=Records and learning plans of a sub-district learning centre
Comment[th]=ทะเบียนผู้เรียนรู้และแผนรายบุคคลของศูนย์การเรียนรู้ตำบล
Exec=tambon-rianru --take %f
Icon={IDENTITY}
Terminal=false
Categories=Education;
Keywords=learning;plans;
Keywords[th]=ผู้เรียนรู้;แผน;
MimeType=application/x-tambon-rianru-bundle;
StartupWMClass={IDENTITY}
"""

_MIME = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-tambon-rianru-bundle">
    <comment>Tambon Rianru bundle</comment>
    <comment xml:lang="th">แฟ้มส่งข้อมูลของตำบลเรียนรู้</comment>
    <glob pattern="*.bundle"/>
    <glob pattern="*.receipt"/>
  </mime-type>
</mime-info>
"""

_METAINFO = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{IDENTITY}</id>
  <name>Tambon Rianru</name>
  <name xml:lang="th">ตำบลเรียนรู้</name>
  <summary>Records and learning plans of a sub-district learning centre</summary>
  <summary xml:lang="th">ทะเบียนผู้เรียนรู้และแผนรายบุคคลของศูนย์การเรียนรู้ตำบล</summary>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>Apache-2.0</project_license>
  <developer id="org.tambonrianru"><name>Tambon Rianru</name></developer>
  <description>
    <p>Works without a network: a register of learners, assessment, individual learning plans,
    printed papers, and exchange with the province whenever a link appears.</p>
    <p xml:lang="th">ทำงานได้แม้ไม่มีอินเทอร์เน็ต: ทะเบียนผู้เรียนรู้ การประเมิน แผนรายบุคคล
    เอกสารพิมพ์ และส่งถึงจังหวัดเมื่อมีสัญญาณ</p>
  </description>
  <launchable type="desktop-id">{IDENTITY}.desktop</launchable>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="{{version}}" date="{{day}}"/>
  </releases>
</component>
"""


def hub_files() -> dict[str, str]:
    """The hub's unit and settings, by their place."""
    return {
        "usr/lib/systemd/system/tambon-hub.service": _UNIT,
        "etc/tambon-hub/hub.env": _SETTINGS,
    }


def hub_scripts() -> dict[str, str]:
    """What dpkg runs for the hub, and which files are the administrator's."""
    return {
        "conffiles": "/etc/tambon-hub/hub.env\n",
        "postinst": _POSTINST,
        "prerm": _PRERM,
        "postrm": _POSTRM,
    }


_UNIT = """\
[Unit]
Description=Tambon Rianru province hub
After=network-online.target postgresql.service
Wants=network-online.target

[Service]
User=tambon-hub
Group=tambon-hub
# Apart from the data, so that a copy of one folder opens nothing. In the place of the file systemd
# may give it (a drop-in with LoadCredentialEncrypted=hub.keys:FILE), which then goes first.
Environment=TAMBON_HUB_KEYS=/var/lib/tambon-hub-keys/hub.keys
EnvironmentFile=/etc/tambon-hub/hub.env
ExecStart=/usr/bin/tambon-hub serve --host ${TAMBON_HUB_HOST} --port ${TAMBON_HUB_PORT} \\
  $TAMBON_HUB_OPTIONS
Restart=on-failure
RestartSec=5
StateDirectory=tambon-hub tambon-hub-keys
StateDirectoryMode=0700
LimitNOFILE=16384
UMask=0077
NoNewPrivileges=true
ProtectSystem=strict
ProtectHome=true
PrivateTmp=true
PrivateDevices=true
ProtectKernelTunables=true
ProtectKernelModules=true
ProtectControlGroups=true
RestrictSUIDSGID=true
RestrictNamespaces=true
LockPersonality=true
SystemCallArchitectures=native
CapabilityBoundingSet=

[Install]
WantedBy=multi-user.target
"""

_SETTINGS = """\
# Where the hub keeps what it receives. For a province, PostgreSQL:
#   TAMBON_HUB_DATABASE=postgresql+psycopg://tambon@/tambon?host=/run/postgresql
TAMBON_HUB_DATABASE=sqlite:////var/lib/tambon-hub/hub.db

# What it is sealed with lies in /var/lib/tambon-hub-keys/hub.keys. Keep a copy of that file, apart
# from the backups: without it nothing opens them, and with it everybody does.

# Where it answers. Behind a proxy that speaks TLS, leave the address; without one, let it make its
# certificate for the names that laptops type, and open the port:
#   TAMBON_HUB_HOST=0.0.0.0
#   TAMBON_HUB_OPTIONS="--tls /var/lib/tambon-hub/tls --name hub.example.go.th"
TAMBON_HUB_HOST=127.0.0.1
TAMBON_HUB_PORT=8460
TAMBON_HUB_OPTIONS=
# Names by which browsers may ask for the staff's page, beside those of its certificate.
#   TAMBON_HUB_NAMES="hub.example.go.th"
"""

_POSTINST = """\
#!/bin/sh
set -e
if [ "$1" = configure ]; then
    if ! getent passwd tambon-hub >/dev/null; then
        adduser --system --group --home /var/lib/tambon-hub --no-create-home --quiet tambon-hub
    fi
    install -d -o tambon-hub -g tambon-hub -m 0700 /var/lib/tambon-hub /var/lib/tambon-hub-keys
    chown root:tambon-hub /etc/tambon-hub /etc/tambon-hub/hub.env
    chmod 0750 /etc/tambon-hub
    chmod 0640 /etc/tambon-hub/hub.env
    if [ -d /run/systemd/system ]; then
        systemctl daemon-reload
        # Running before: the new version takes over. Not yet begun: it waits for the administrator.
        systemctl try-restart tambon-hub.service || true
    fi
fi
"""

_PRERM = """\
#!/bin/sh
set -e
if [ "$1" = remove ] && [ -d /run/systemd/system ]; then
    systemctl stop tambon-hub.service || true
    systemctl disable tambon-hub.service || true
fi
"""

_POSTRM = """\
#!/bin/sh
set -e
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload || true
fi
if [ "$1" = purge ] && [ -d /var/lib/tambon-hub ]; then
    echo "The hub's data and its keys were kept: /var/lib/tambon-hub, /var/lib/tambon-hub-keys"
fi
"""
