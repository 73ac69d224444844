/**
 * What to do about what the doctor finds.
 *
 * @module
 */
import type { Text } from "../../tests/support/text.ts";

/** Where PowerShell may not run `npx.ps1`. */
export const npxScript: Text = {
  en:
    "Where PowerShell says that running scripts is disabled, `npx.cmd` works in the place of `npx`.",
  ko:
    "PowerShell이 스크립트를 실행할 수 없다고 하면 `npx` 대신 `npx.cmd`를 쓰십시오.",
};

/** About a loopback that takes its time. */
export const slowTodo: Text = {
  en:
    "It usually takes less than 1 ms. Either the machine is very busy, or a VPN or antivirus looks into every connection. Nothing fails by it; should checks be slow, try with these switched off.",
  ko:
    "보통은 1ms도 걸리지 않습니다. 컴퓨터가 매우 바쁘거나, VPN이나 백신이 연결을 하나하나 검사하고 있는 것입니다. 이 때문에 실패하지는 않지만, 검사가 느리면 그것을 끄고 해 보십시오.",
};

/** About something that sits in between. */
export const between: Text = {
  en:
    "Usually that is a firewall, an antivirus with a web filter, or a VPN. Make an exception there for deno and 127.0.0.1, or switch it off while you work.",
  ko:
    "대개 방화벽, 웹 필터가 있는 백신, VPN 때문입니다. 그 프로그램에 deno와 127.0.0.1을 예외로 등록하거나, 실습하는 동안 꺼 두십시오.",
};

/** About a loopback that does not work. */
export const down: Text = {
  en:
    "Usually the loopback interface is down or a sandbox forbids it. On Linux `sudo ip link set lo up` switches it on; in a container ask whoever runs it.",
  ko:
    "대개 루프백 인터페이스가 꺼져 있거나 샌드박스가 막은 것입니다. 리눅스에서는 `sudo ip link set lo up`으로 켤 수 있습니다. 컨테이너라면 관리자에게 문의하십시오.",
};

/** Where Windows forbids a port (WSAEACCES, 10013). */
export const reserved: Text = {
  en:
    "Windows keeps ranges of ports for Hyper-V, WSL and Docker, which `netsh interface ipv4 show excludedportrange protocol=tcp` lists: restart Windows to have others. Or a firewall forbids deno to listen: make an exception there.",
  ko:
    "Windows는 Hyper-V, WSL, Docker에 쓸 포트를 따로 잡아 둡니다. `netsh interface ipv4 show excludedportrange protocol=tcp`로 볼 수 있고, Windows를 다시 시작하면 바뀝니다. 방화벽이 deno의 포트를 막은 것이라면 예외로 등록하십시오.",
};

/** About the question that listening at 0.0.0.0 brings up on Windows. */
export const firewallAsks: Text = {
  en:
    "Windows may ask whether others may reach deno, now or when a program listens at 0.0.0.0. Cancel is fine: the course stays inside of this machine.",
  ko:
    "지금, 또는 프로그램이 0.0.0.0에서 들을 때 다른 컴퓨터의 접근을 허용할지 Windows가 물을 수 있습니다. 취소해도 됩니다. 이 과정은 컴퓨터 안에서만 통신합니다.",
};

/** Where Linux has no 127.0.0.2. */
export const wholeNet: Text = {
  en:
    "The whole of 127.0.0.0/8 belongs to this machine: `sudo ip addr add 127.0.0.1/8 dev lo` says so.",
  ko:
    "127.0.0.0/8 전체가 이 컴퓨터의 주소입니다. `sudo ip addr add 127.0.0.1/8 dev lo`로 설정할 수 있습니다.",
};

/** Where a process may open too few sockets. */
export const moreSockets: Text = {
  en:
    "Raise the limit in the terminal in which you work: `ulimit -n 1024`. If that is refused, ask whoever runs this machine. (On Windows: close other programs, or start it anew.)",
  ko:
    "실습하는 터미널에서 `ulimit -n 1024`로 한도를 올리십시오. 거부되면 컴퓨터 관리자에게 문의하십시오. (Windows에서는 다른 프로그램을 닫거나 컴퓨터를 다시 시작하십시오.)",
};

/** About files that are not as they were. */
export const anew: Text = {
  en: "Unpack the course anew and put your exercise files into it.",
  ko: "과정의 압축을 새로 풀고 작성한 연습 문제 파일을 그 안에 넣으십시오.",
};
